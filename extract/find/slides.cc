// Slides flattened to text: a title, then one cell per thing compared, slide after slide.
//
//   1. Speed / Very fast / Slower than A / Same speed as A        the second slide: cells without names
//   Level / high and low / "Keras" high / "PyTorch" low           the first one names its columns, but for one
//
// The idea: slides are recognised by their rhythm - the same number of cells behind every title - and a cell's place
// says which thing it is about. One column without a name is inferred: cells of the other columns are compared to it
// ("Slower than A") and no other column is called so.
#include <algorithm>
#include <map>

#include "corpus/text.h"
#include "extract/find/finder.h"
#include "extract/find/names.h"

namespace versus {
namespace {

constexpr std::size_t kFewestSlides = 3;
constexpr std::size_t kMostColumns = 6;

struct SlideCell {
  std::string name;         // the thing it is about, where the slide says so
  std::vector<int> blocks;  // its text
};

struct Slide {
  std::string title;
  std::vector<SlideCell> cells;
};

class SlideReader {
 public:
  SlideReader(const FindContext& context, FindState& state) : context_(context), state_(state) {}

  void read() {
    std::vector<Slide> slides = split();
    std::map<std::size_t, std::size_t> sizes;
    for (const Slide& slide : slides) ++sizes[slide.cells.size()];
    std::size_t columns = 0;
    for (const auto& [size, count] : sizes)
      if (size >= 2 && size <= kMostColumns && (columns == 0 || count > sizes[columns])) columns = size;
    if (columns == 0 || sizes[columns] < kFewestSlides || 2 * sizes[columns] < slides.size()) return;
    std::erase_if(slides, [&](const Slide& slide) { return slide.cells.size() != columns; });
    std::vector<std::string> names(columns);
    for (const Slide& slide : slides)
      for (std::size_t i = 0; i < columns; ++i)
        if (names[i].empty()) names[i] = slide.cells[i].name;
    std::size_t unnamed = static_cast<std::size_t>(std::count(names.begin(), names.end(), std::string()));
    if (columns - unnamed < 1 || unnamed > 1) return;
    std::size_t inferred = columns;
    if (unnamed == 1) {
      inferred = static_cast<std::size_t>(std::find(names.begin(), names.end(), std::string()) - names.begin());
      names[inferred] = infer(slides, names);
      if (names[inferred].empty()) return;
    }
    for (const Slide& slide : slides)
      for (std::size_t i = 0; i < columns; ++i) add(slide, slide.cells[i], names[i], i == inferred);
  }

 private:
  const Block& block(int index) const { return context_.document.blocks[static_cast<std::size_t>(index)]; }

  bool is_name(const Block& candidate) const {
    const std::string& text = candidate.text.text();
    return !looks_like_prose(text) && (context_.subjects.find(text) >= 0 || context_.vocabulary.find_entity(text));
  }

  /// A slide begins with a numbered or headed line.
  std::vector<Slide> split() const {
    std::vector<Slide> slides;
    bool open = false;
    for (std::size_t i = 0; i < context_.document.blocks.size(); ++i) {
      const Block& candidate = context_.document.blocks[i];
      bool cell = candidate.role == "cell" || candidate.role == "cell-continued";
      bool title = candidate.kind == BlockKind::heading || (candidate.ordered && candidate.role == "cell");
      if (title && split_words(candidate.text.text()).size() <= 8) {
        slides.push_back({fold_space(trim_name(candidate.text.text())), {}});
        open = true;
        continue;
      }
      if (!open || !cell) continue;
      std::vector<SlideCell>& cells = slides.back().cells;
      bool continues = candidate.role == "cell-continued" && !cells.empty();
      if (is_name(candidate) && !continues) {
        cells.push_back({fold_space(candidate.text.text()), {}});
      } else if (continues || (!cells.empty() && cells.back().blocks.empty())) {
        cells.back().blocks.push_back(static_cast<int>(i));
      } else {
        cells.push_back({"", {static_cast<int>(i)}});
      }
    }
    return slides;
  }

  std::string infer(const std::vector<Slide>& slides, const std::vector<std::string>& names) const {
    std::map<int, int> votes;
    for (const Slide& slide : slides)
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) continue;
        for (int index : slide.cells[i].blocks)
          for (const SubjectMention& mention : context_.subjects.find_mentions(block(index).text.text()))
            ++votes[mention.subject];
      }
    for (const std::string& name : names)
      if (!name.empty()) votes.erase(context_.subjects.find(name));
    int best = -1;
    int second = 0;
    for (const auto& [subject, count] : votes) {
      if (best < 0 || count > votes[best]) {
        second = best < 0 ? 0 : votes[best];
        best = subject;
      } else {
        second = std::max(second, count);
      }
    }
    bool clear = best >= 0 && votes[best] >= 2 && votes[best] > second;
    return clear ? context_.subjects.all[static_cast<std::size_t>(best)].name : std::string();
  }

  void add(const Slide& slide, const SlideCell& cell, const std::string& name, bool inferred) {
    FeatureRow row;
    for (int index : cell.blocks) {
      if (!row.value.empty()) {
        row.value.append_space({});
        row.value.start_segment();
      }
      row.value.append(block(index).text);
      state_.block_used[static_cast<std::size_t>(index)] = 1;
    }
    if (row.value.empty()) return;
    row.entity = name;
    row.entity_inferred = inferred;
    row.feature = slide.title;
    row.finder = "slides";
    row.confidence = inferred ? 0.8 : 1.0;
    row.evidence = evidence_of(row.value, 0, row.value.size(), block(cell.blocks.front()).line);
    state_.add_row(std::move(row));
  }

  const FindContext& context_;
  FindState& state_;
};

}  // namespace

void find_slides(const FindContext& context, FindState& state) { SlideReader(context, state).read(); }

}  // namespace versus
