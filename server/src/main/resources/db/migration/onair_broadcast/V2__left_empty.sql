alter table broadcast add column left_empty boolean not null default false;
comment on column broadcast.left_empty is 'No host wished it off air: the room stayed empty';
