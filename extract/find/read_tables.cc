// Two passes: the first takes the tables that are sure by themselves and learns their names, the second reads the
// others again in that light. (A list of "Name | Style | Notes" is a comparison once a table below compares the same
// names.)
#include <map>
#include <set>

#include "corpus/text.h"
#include "extract/find/names.h"
#include "extract/find/tables.h"

namespace versus {
namespace {

bool is_article(const Block& block) { return block.kind != BlockKind::comment && block.kind != BlockKind::boilerplate; }

/// The same heads again, with nothing but paragraphs between: one table cut by a page break or a sentence per row.
bool continues(const Document& document, const DocumentTable& before, const DocumentTable& table) {
  if (before.reading.kind != table.reading.kind || before.reading.orientation != table.reading.orientation)
    return false;
  if (before.reading.grid.header_rows.empty() || table.reading.grid.header_rows.empty()) return false;
  if (before.reading.grid.header_line() != table.reading.grid.header_line()) return false;
  for (int i = before.block + 1; i < table.block; ++i)
    if (document.blocks[static_cast<std::size_t>(i)].kind == BlockKind::heading) return false;
  for (const TableLine& line : table.reading.features)
    for (const TableLine& other : before.reading.features)
      if (table.reading.orientation == Orientation::entities_in_columns && line.name == other.name &&
          line.section == other.section)
        return false;
  if (table.reading.orientation == Orientation::entities_in_rows)
    for (const TableLine& line : table.reading.entities)
      for (const TableLine& other : before.reading.entities)
        if (line.name == other.name) return false;
  return true;
}

/// Heads that stand over different labels in several tables: things, as features would come with the same things.
std::set<std::string> find_repeated_heads(const Document& document, const Vocabulary& vocabulary) {
  std::map<std::string, std::set<std::string>> labels_under;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::table || !block.table) continue;
    TableGrid grid(*block.table, vocabulary);
    if (grid.columns.size() < 2) continue;
    std::string labels;
    for (int row : grid.body_rows) labels += name_key(cell_text(grid.at(row, grid.columns[0]))) + "|";
    for (std::size_t i = 1; i < grid.columns.size(); ++i)
      if (std::string head = name_key(grid.header(i)); !head.empty()) labels_under[head].insert(labels);
  }
  std::set<std::string> repeated;
  for (const auto& [head, labels] : labels_under)
    if (labels.size() > 1) repeated.insert(head);
  return repeated;
}

}  // namespace

std::vector<DocumentTable> read_tables(const Document& document, const Outline& outline, const Vocabulary& vocabulary,
                                       Subjects& subjects) {
  std::vector<DocumentTable> tables;
  std::set<std::string> repeated_heads = find_repeated_heads(document, vocabulary);
  auto context_of = [&](int block) {
    return TableContext{subjects, vocabulary, outline.announces_comparison(block, vocabulary),
                        outline.heading_entity(block, subjects), repeated_heads};
  };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::table || !block.table) continue;
    int index = static_cast<int>(i);
    tables.push_back({index, "", -1, read_table(*block.table, context_of(index))});
  }
  auto learn = [&](const TableReading& reading) {
    if (reading.kind != TableKind::features) return;
    for (const TableLine& entity : reading.entities)
      if (!entity.name.empty() && looks_like_name(entity.name)) subjects.add(entity.name, NamedIn::table_axis);
  };
  bool learnt = false;
  for (const DocumentTable& table : tables) {
    learn(table.reading);
    learnt |= table.reading.kind == TableKind::features;
  }
  if (learnt) {
    subjects.sort();
    for (DocumentTable& table : tables) {
      if (table.reading.kind == TableKind::features) continue;
      const Block& block = document.blocks[static_cast<std::size_t>(table.block)];
      table.reading = read_table(*block.table, context_of(table.block));
      learn(table.reading);
    }
    subjects.sort();
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    DocumentTable& table = tables[i];
    const Block& block = document.blocks[static_cast<std::size_t>(table.block)];
    if (!is_article(block)) continue;
    table.section = !block.table->caption.empty()       ? fold_space(block.table->caption.text())
                    : !table.reading.grid.title.empty() ? table.reading.grid.title
                                                        : outline.section_of(table.block);
    if (i > 0 && continues(document, tables[i - 1], table)) {
      table.continued_from = static_cast<int>(i) - 1;
      table.section = tables[i - 1].section;
    }
  }
  return tables;
}

}  // namespace versus
