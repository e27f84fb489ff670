// report.html: one file that asks the network for nothing. The policy names the style and the script by their hash, so
// that nothing a document smuggles in could run; without JavaScript all is there but the filter.
#include "corpus/sha256.h"
#include "score/write/report_parts.h"
#include "score/write/write.h"

namespace versus {
namespace {

int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// The hash as a Content-Security-Policy writes it: base64 of the bytes.
std::string policy_hash(std::string_view content) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hex = sha256_hex(content), out = "'sha256-";
  int bits = 0, n_bits = 0;
  for (char c : hex) {
    bits = bits << 4 | digit(c);
    n_bits += 4;
    while (n_bits >= 6) {
      n_bits -= 6;
      out += kAlphabet[bits >> n_bits & 63];
    }
    bits &= (1 << n_bits) - 1;
  }
  if (n_bits > 0) out += kAlphabet[bits << (6 - n_bits) & 63];
  while ((out.size() - 8) % 4 != 0) out += '=';
  return out + "'";
}

}  // namespace

std::string to_report(const Dataset& dataset) {
  ReportIndex index(dataset);
  std::string title = dataset.config.title.empty() ? "Comparison of sources" : dataset.config.title;
  std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ";
  out += policy_hash(report_style());
  out += "; script-src ";
  out += policy_hash(report_script());
  out += "; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out +=
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  out += escape_html(title);
  out += "</title>\n<style>";
  out += report_style();
  out += "</style>\n</head>\n<body>\n<header><h1>";
  out += escape_html(title);
  out += "</h1>\n";
  out += report_summary(index);
  out +=
      "<nav aria-label=\"Parts of the report\"><a href=\"#matrix\">Matrix</a> <a href=\"#conflicts\">Conflicts</a> "
      "<a href=\"#scores\">Scores</a> <a href=\"#sources\">Sources</a> <a href=\"#making\">How it was made</a></nav>\n"
      "</header>\n<main>\n";
  out += report_matrix(index);
  out += report_conflicts(index);
  out += report_scores(index);
  out += report_sources(index);
  out += "</main>\n<script>";
  out += report_script();
  out += "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace versus
