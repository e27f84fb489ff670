#include "tools/versus/commands.h"

#include <array>

namespace versus {
namespace {

constexpr const char* kReadStatuses = "0 fine; 2 the file cannot be read";

constexpr std::array kCommands = {
    Command{"build", "SRC... -o DIR", "read articles, write the dataset (again: only what changed)",
            "  versus build articles/ -o dataset/\n"
            "  versus build a.html notes/ --exclude 'drafts/*' -o dataset/\n",
            "0 fine; 2 nothing could be done; 3 finished, but some documents could not be used", declare_build},
    Command{"names", "DATASET | --resolve KIND", "names that nobody knows, to edit; or what names on stdin stand for",
            "  versus names dataset/ > my-names/names.tsv   edit, then: versus build --vocabulary my-names ...\n"
            "  echo 'Tensor Flow' | versus names --resolve entity\n"
            "  echo torch | versus names --resolve entity --entities PyTorch,Keras\n",
            "0 fine; 2 nothing could be done", declare_names},
    Command{"check", "DATASET | --vocabulary DIR",
            "keys, types, every quote still at its place; or the names' consistency",
            "  versus check dataset/\n"
            "  versus check dataset/ --sources articles/\n"
            "  versus check --vocabulary names/\n",
            "0 fine; 1 a check failed; 2 there is nothing to check", declare_check},
    Command{"diff", "OLD NEW | --sources A B DATASET", "what changed between two datasets, or where two sources differ",
            "  versus diff --sources a.html b.md dataset/\n"
            "  versus diff --sources a.html b.md dataset/ --only contradict,fact --format markdown\n"
            "  versus diff dataset.old/ dataset/ --stat\n",
            "0 no differences; 1 differences found; 2 nothing could be done", declare_diff},
    Command{"show", "DATASET FEATURE [ENTITY]", "every row behind a cell, with quotes and where they stand",
            "  versus show dataset/ 'ease of use'\n"
            "  versus show dataset/ performance PyTorch\n",
            "0 fine; 2 no such dataset, feature or entity", declare_show},
    Command{"report", "DATASET", "report.html again, without a build", "  versus report dataset/\n",
            "0 fine; 2 nothing could be done", declare_report},
    Command{"tables", "FILE", "every table of a document, as JSON or CSV",
            "  versus tables page.html\n"
            "  versus tables page.html --table 2 --format csv\n",
            kReadStatuses, declare_tables},
    Command{"read", "FILE", "the document as versus reads it, a JSON line per block",
            "  versus read page.html\n"
            "  versus read page.html --body          the article's text alone\n"
            "  curl -s https://... | versus read - --media html\n",
            kReadStatuses, declare_read},
    Command{"extract", "< RECORDS", "one half of build, for pipelines and clusters: documents into rows",
            "  versus extract < documents.jsonl > shard.jsonl\n"
            "      a document a line: {\"source\": \"a.html\", \"text\" or \"base64\": ..., \"media\"?, \"url\"?}\n",
            "0 the end line is written; 2 it is not", declare_extract},
    Command{
        "merge", "[SHARD...] -o DIR | --partial", "the other half: rows into a dataset, or shards into one shard",
        "  versus extract < documents.jsonl | versus merge -o dataset/\n"
        "  versus merge --partial a.jsonl b.jsonl > ab.jsonl\n",
        "0 fine; 2 nothing could be done; 3 finished, but some documents could not be used; --partial: 0 the end line "
        "is written, else 2",
        declare_merge},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace versus
