/**
 * One call, one transaction, one round trip: locks the space's counter until the commit [V1], puts in
 * what is new and answers with a place for each row asked. `status`: 0 new, 1 known, 2 another body,
 * 3 over the quota. One row with status 4 (moved) or 5 (none) and nothing kept where the space is not
 * as the caller believed.
 */
export const pushFunction = `
create or replace function headroom_push(
  p_space bytea, p_membership bigint, p_uids bytea[], p_bodies bytea[], p_quota bigint
) returns table (place int, seq bigint, status int, log_id bytea, head bigint, floor bigint, bytes bigint)
language plpgsql as $$
#variable_conflict use_column
declare
  v_space spaces%rowtype;
  v_head bigint;
  v_bytes bigint;
  v_seq bigint;
  v_hash bytea;
  v_known bytea;
  v_size int;
begin
  select * into v_space from spaces where spaces.space = p_space for update;
  if not found or v_space.gone = 1 then
    return query select 0, 0::bigint, 5, p_space, 0::bigint, 0::bigint, 0::bigint;
    return;
  end if;
  if v_space.membership <> p_membership then
    return query select 0, 0::bigint, 4, p_space, 0::bigint, 0::bigint, 0::bigint;
    return;
  end if;
  v_head := v_space.head;
  v_bytes := v_space.bytes;
  for i in 1 .. coalesce(array_length(p_uids, 1), 0) loop
    place := i;
    v_hash := sha256(p_bodies[i]);
    v_size := length(p_bodies[i]);
    v_known := null;
    select r.seq, r.hash into v_seq, v_known from log_rows r
      where r.space = p_space and r.uid = p_uids[i];
    if v_known is not null then
      seq := v_seq;
      status := case when v_known = v_hash then 1 else 2 end;
    elsif v_bytes + v_size > p_quota then
      seq := 0;
      status := 3;
    else
      v_head := v_head + 1;
      v_bytes := v_bytes + v_size;
      insert into log_rows (space, seq, uid, hash, body)
        values (p_space, v_head, p_uids[i], v_hash, p_bodies[i]);
      seq := v_head;
      status := 0;
    end if;
    log_id := v_space.log_id;
    floor := v_space.floor;
    head := v_head;
    bytes := v_bytes;
    return next;
  end loop;
  if v_head > v_space.head then
    update spaces set head = v_head, bytes = v_bytes where spaces.space = p_space;
  end if;
end $$`;
