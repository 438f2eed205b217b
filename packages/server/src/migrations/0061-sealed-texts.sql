-- Texts sealed by the application.

-- One sealed text for each key that sealed some, and what it was sealed for: a server that could not open it says so when it starts. Nothing is readable
-- of it without the key. Each text listed here has an index by its key, under the same condition.
create function sealed_samples() returns jsonb
language plpgsql stable security definer set search_path = maillage, pg_temp as $$
declare
  place record;
  key text;
  found jsonb;
  samples jsonb := '[]';
  personal constant text := $in$sensitivity in ('health', 'justice')$in$;
begin
  for place in select * from (values
    ('import_line', 'content', 'id', 'true'),
    ('nir', 'number', 'id', 'true'),
    ('working_note', 'content', 'id', 'true'),
    ('barrier_version', 'consequence', $id$barrier_id || ' ' || version$id$, personal),
    ('barrier_version', 'tried', $id$barrier_id || ' ' || version$id$, personal),
    ('goal_version', 'words', $id$goal_id || ' ' || version$id$, personal),
    ('pathway_action_version', 'words', $id$action_id || ' ' || version$id$, personal),
    ('review_answer', 'words', $id$review_id || ' ' || capability$id$, $in$sensitivity = 'health'$in$)) as sealed (name, text, id, condition)
  loop
    key := '';
    -- From one key to the next by the index: never all the rows.
    loop
      execute format('select min(split_part(%1$I, ''.'', 1)) from %2$I where %1$I is not null and %3$s and split_part(%1$I, ''.'', 1) > $1',
        place.text, place.name, place.condition) into key using key;
      exit when key is null;
      execute format('select jsonb_build_object(''purpose'', %2$L || '' '' || %4$s, ''sealed'', %1$I) from %2$I
        where %1$I is not null and %3$s and split_part(%1$I, ''.'', 1) = $1 limit 1',
        place.text, place.name, place.condition, place.id) into found using key;
      samples := samples || found;
    end loop;
  end loop;
  return samples;
end
$$;
revoke all on function sealed_samples from public;
grant execute on function sealed_samples to maillage_web;
