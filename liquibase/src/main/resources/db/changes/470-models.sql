--liquibase formatted sql

--changeset frontless:assistant-policy
-- Which models a workspace lets its assistant ask, in which order (names, separated by blanks), and how much of them. A workspace without a row asks none.
create table assistant_policy (
  workspace_id uuid not null references workspace,
  providers text not null,
  zero_retention boolean not null,
  region text,
  tokens_per_day bigint not null check (tokens_per_day >= 0),
  cents_per_day bigint check (cents_per_day >= 0),
  version bigint not null,
  primary key (workspace_id)
);
call isolate('assistant_policy');
grant select on assistant_policy to frontless_app;
grant insert (workspace_id, providers, zero_retention, region, tokens_per_day, cents_per_day, version) on assistant_policy to frontless_app;
grant update (providers, zero_retention, region, tokens_per_day, cents_per_day, version) on assistant_policy to frontless_app;

--changeset frontless:model-day
-- What a workspace has spent on models in a day, counted here for all nodes; micros are millionths of the unit that prices are in.
create table model_day (
  workspace_id uuid not null references workspace,
  day date not null,
  tokens bigint not null,
  micros bigint not null,
  primary key (workspace_id, day)
);
call isolate('model_day');
grant select on model_day to frontless_app;
grant insert (workspace_id, day, tokens, micros) on model_day to frontless_app;
grant update (tokens, micros) on model_day to frontless_app;

--changeset frontless:model-request
-- What was sent to a model: the body as it went out, to whom, and what came of it. Written before it is sent; keys are in headers and never here.
create table model_request (
  workspace_id uuid not null references workspace,
  request_id uuid not null,
  conversation_id uuid not null,
  account_id uuid not null,
  actor text not null,
  provider text not null,
  model text not null,
  url text not null,
  region text not null,
  sent_at timestamptz not null default clock_timestamp(),
  body text not null,
  outcome text not null default 'sent',
  tokens_in bigint not null,
  tokens_out bigint not null,
  micros bigint not null,
  primary key (workspace_id, request_id)
);
call isolate('model_request');
grant select on model_request to frontless_app;
grant insert (workspace_id, request_id, conversation_id, account_id, actor, provider, model, url, region, body, tokens_in, tokens_out, micros)
  on model_request to frontless_app;
grant update (outcome, tokens_in, tokens_out, micros) on model_request to frontless_app;

--changeset frontless:plan-origin
-- Where the values of a model's plan come from, as the product has found out: the person's words, a record that was sent, or the model.
create table plan_origin (
  workspace_id uuid not null,
  plan_id uuid not null,
  provider text not null,
  value_origins jsonb not null,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, plan_id) references plan
);
call isolate('plan_origin');
grant select on plan_origin to frontless_app;
grant insert (workspace_id, plan_id, provider, value_origins) on plan_origin to frontless_app;
