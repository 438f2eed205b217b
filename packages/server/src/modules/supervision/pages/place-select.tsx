import { Select } from '@maillage/ui'
import { placeKey } from '../model.ts'
import type { OpenPlace } from '../queries/places-of-day.ts'
import { placeName } from './place-in-address.ts'

/** Which place a page is about; nothing to choose when there is only one. The structure is named when there are several. */
export function PlaceSelect({ places, place }: { readonly places: readonly OpenPlace[]; readonly place: OpenPlace }) {
  if (places.length < 2) return null
  const oneStructure = places.every(({ siaeId }) => siaeId === place.siaeId)
  return (
    <Select
      form={{ values: { site: placeKey(place) }, errors: [] }}
      name="site"
      label="Site"
      placeholder={null}
      options={places.map((each) => ({
        value: placeKey(each),
        label: oneStructure ? (each.worksiteName ?? 'Sans site au contrat') : placeName(each),
      }))}
    />
  )
}
