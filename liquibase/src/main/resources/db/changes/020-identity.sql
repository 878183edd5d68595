--liquibase formatted sql

--changeset frontless:account
-- People stand above workspaces: one account, many memberships. No workspace's data is in these tables.
create table account (
  account_id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  created_at timestamptz not null default clock_timestamp()
);
grant select on account to frontless_app;
grant insert (account_id, email, name, password_hash) on account to frontless_app;
grant update (name, password_hash) on account to frontless_app;

--changeset frontless:registration
-- A registration becomes an account when its link is confirmed, with the name and password of that very registration: somebody who registers
-- another person's address cannot slip their password under that person's confirmation of another one.
create table registration (
  token_hash bytea primary key,
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert on registration to frontless_app;
grant update (used_at) on registration to frontless_app;

--changeset frontless:session
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id);
grant select, insert on session to frontless_app;
grant update (used_at, ended_at) on session to frontless_app;
