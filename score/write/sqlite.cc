// The dataset as one SQLite file: STRICT tables, foreign keys, indexes on them, full-text search on the quotes.
// The only user of sqlite3.
#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <memory>

#include "corpus/diagnostic.h"
#include "score/write/write.h"

namespace versus {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

[[noreturn]] void fail(sqlite3* database) {
  throw Error(std::string("dataset.db: ") + (database ? sqlite3_errmsg(database) : "out of memory"));
}

void run(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
    case ColumnType::boolean: return "INTEGER";
    case ColumnType::number: return "REAL";
    case ColumnType::string:
    case ColumnType::list: return "TEXT";
  }
  return "TEXT";
}

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  out += name;
  out += '"';
  return out;
}

std::string sql_names(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += sql_name(name);
  }
  return out;
}

using Keys = std::map<std::string_view, std::string_view>;  // table -> its one-column primary key

std::string create_statement(const TableView& table, const Keys& keys) {
  std::string sql = "CREATE TABLE " + sql_name(table.name) + " (";
  for (const ColumnInfo& column : table.columns) {
    if (&column != &table.columns.front()) sql += ", ";
    sql += sql_name(column.name) + " ";
    sql += type_name(column.type);
    if (column.is_required) sql += " NOT NULL";
    if (column.type == ColumnType::boolean) sql += " CHECK (" + sql_name(column.name) + " IN (0, 1))";
    if (!column.references.empty()) {
      sql += " REFERENCES " + sql_name(column.references) + "(" + sql_name(keys.at(column.references)) + ")";
      sql += " DEFERRABLE INITIALLY DEFERRED";
    }
  }
  if (!table.primary_key.empty()) sql += ", PRIMARY KEY (" + sql_names(table.primary_key) + ")";
  return sql + ") STRICT";
}

struct Bind {
  sqlite3_stmt* statement;
  int at;
  int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
  int operator()(const std::string& text) const { return bind_text(text); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
  int operator()(const Number& number) const { return sqlite3_bind_double(statement, at, std::stod(number.text)); }
  int operator()(bool value) const { return sqlite3_bind_int(statement, at, value ? 1 : 0); }
  int operator()(const Json& json) const { return bind_text(json.text); }
  int bind_text(const std::string& text) const {
    return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

void insert_rows(sqlite3* database, const TableView& table) {
  std::string sql = "INSERT INTO " + sql_name(table.name) + " VALUES (?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) sql += ", ?";
  sql += ")";
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) fail(database);
  Statement statement(prepared);
  for (std::size_t row = 0; row < table.n_rows; ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      Field field = table.field(row, column);
      if (std::visit(Bind{prepared, static_cast<int>(column) + 1}, field) != SQLITE_OK) fail(database);
    }
    if (sqlite3_step(prepared) != SQLITE_DONE) fail(database);
    sqlite3_reset(prepared);
  }
}

void create_indexes(sqlite3* database, const TableView& table) {
  for (const ColumnInfo& column : table.columns) {
    if (column.references.empty()) continue;
    std::string name = std::string(table.name) + "_by_" + std::string(column.name);
    run(database, "CREATE INDEX " + sql_name(name) + " ON " + sql_name(table.name) + "(" + sql_name(column.name) + ")");
  }
}

}  // namespace

void write_sqlite(const Dataset& dataset, const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  int status = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database database(opened);
  if (status != SQLITE_OK) fail(opened);
  // The file stands beside the dataset until all of it is complete: no journal is needed.
  run(opened, "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON");
  run(opened, "BEGIN");
  std::vector<TableView> tables = tables_of(dataset);
  Keys keys;
  for (const TableView& table : tables) {
    if (table.primary_key.size() == 1) keys[table.name] = table.primary_key.front();
  }
  for (const TableView& table : tables) {
    run(opened, create_statement(table, keys));
    insert_rows(opened, table);
    create_indexes(opened, table);
  }
  run(opened,
      "CREATE VIRTUAL TABLE quotes USING fts5(quote, content = 'rows', content_rowid = 'rowid', "
      "tokenize = 'unicode61'); INSERT INTO quotes(quotes) VALUES ('rebuild')");
  run(opened, "COMMIT");
}

}  // namespace versus
