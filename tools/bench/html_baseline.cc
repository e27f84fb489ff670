// html_baseline FILE...: parses every file with htmlReadMemory and frees the tree, nothing else: the least that reading
// pages with libxml2 costs. Prints the user seconds spent and the bytes parsed.
//
//   tools/bench/html_ratio.py build/release/bin FOLDER     both programs over the same pages, and their ratio
#include <libxml/HTMLparser.h>
#include <sys/resource.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  std::size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    bytes += page.size();
    htmlDocPtr tree = htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    xmlFreeDoc(tree);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.3f s user, %zu bytes, %d pages\n",
              static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6, bytes,
              argc - 1);
  return 0;
}
