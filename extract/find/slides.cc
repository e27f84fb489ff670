#include "extract/find/finder.h"

namespace versus {

void find_slides(const FindContext&, FindState&) {}

}  // namespace versus
