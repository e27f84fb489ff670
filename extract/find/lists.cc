#include "extract/find/finder.h"

namespace versus {

void find_lists(const FindContext&, FindState&) {}

}  // namespace versus
