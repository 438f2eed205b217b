export const NIRS_HREF = '/contrats/numeros-securite-sociale'

export const nirHref = (personId: string): string => `/personnes/${personId}/numero-securite-sociale`
