-- What a role that can sign in to the office's database may not do, whoever it is: PostgreSQL gives these
-- rights to everybody. Run by county-server.sh as the server's superuser, in the database.
SET client_min_messages = warning;
REVOKE TEMPORARY ON DATABASE jubao FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- Large objects are rows of nobody's table, which anybody could fill the disk with.
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_open(oid, integer),
    lo_put(oid, bigint, bytea), lo_unlink(oid), lowrite(integer, bytea), lo_truncate(integer, integer),
    lo_truncate64(integer, bigint) FROM PUBLIC;
-- A statement that ends the line on which it runs would have to be told from a server that is away.
REVOKE EXECUTE ON FUNCTION pg_terminate_backend(integer, bigint), pg_cancel_backend(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_terminate_backend(integer, bigint), pg_cancel_backend(integer) TO jubao_service;
-- Nor the write-ahead log.
REVOKE EXECUTE ON FUNCTION pg_logical_emit_message(boolean, text, text), pg_logical_emit_message(boolean, text, bytea)
    FROM PUBLIC;
-- Programs that run in the server: the service alone makes any (guards of the books).
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO jubao_service;
CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA pg_catalog;
GRANT EXECUTE ON FUNCTION bt_index_check(regclass, boolean) TO jubao_service;
