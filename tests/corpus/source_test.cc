#include "corpus/source.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "corpus/encoding.h"
#include "corpus/mhtml.h"
#include "corpus/text.h"

namespace versus {
namespace {

using namespace std::string_literals;

struct EncodingCase {
  const char* what;
  std::string bytes;
  const char* path;
  const char* encoding;
  const char* text;
  OffsetsIn offsets_in;
};

const std::string kGerman =
    "Die Schnittstelle f\xFCr gr\xF6\xDF"
    "ere Daten l\xE4uft h\xE4ufig st\xE4ndig \xFC"
    "ber den n\xE4"
    "chsten Server.";
constexpr auto kGermanUtf8 = "Die Schnittstelle für größere Daten läuft häufig ständig über den nächsten Server.";

const EncodingCase kEncodingCases[] = {
    {"plain ASCII", "abc", "a.txt", "UTF-8", "abc", OffsetsIn::file},
    {"UTF-8", "größer", "a.html", "UTF-8", "größer", OffsetsIn::file},
    {"a mark counts as bytes of the file", "\xEF\xBB\xBFgrün", "a.md", "UTF-8", "\xEF\xBB\xBFgrün", OffsetsIn::file},
    {"UTF-16 with its mark",
     "\xFF\xFE"
     "a\0\xE4\0"s,
     "a.txt", "UTF-16LE", "aä", OffsetsIn::decoded},
    {"UTF-16 without", "\0A\0 \0v\0s\0 \0B\0 \0i\0n\0 \0s\0h\0o\0r\0t"s, "a.txt", "UTF-16BE", "A vs B in short",
     OffsetsIn::decoded},
    {"UTF-32", "\0\0\xFE\xFF\0\0\0a\0\0\0\xE4"s, "a.txt", "UTF-32BE", "aä", OffsetsIn::decoded},
    {"latin text is guessed", kGerman, "a.txt", "windows-1252", kGermanUtf8, OffsetsIn::decoded},
    {"latin HTML needs no guess", "<p>\x93gr\xFCn\x94", "a.html", "windows-1252", "<p>“grün”", OffsetsIn::decoded},
    {"the page says so", "<meta charset=koi8-r><p>\xC4\xC1", "a.html", "KOI8-R", "<meta charset=koi8-r><p>да",
     OffsetsIn::decoded},
    {"ISO-8859-1 is read as windows-1252", "<meta charset=iso-8859-1>\x80", "a.html", "windows-1252",
     "<meta charset=iso-8859-1>€", OffsetsIn::decoded},
    {"a page cannot say in ASCII that it is UTF-16", "<meta charset=utf-16>ä", "a.html", "UTF-8",
     "<meta charset=utf-16>ä", OffsetsIn::file},
    {"an unknown label counts for nothing", "<meta charset=utf-7>ä", "a.html", "UTF-8", "<meta charset=utf-7>ä",
     OffsetsIn::file},
    {"a mark wins over the page", "\xEF\xBB\xBF<meta charset=koi8-r>ä", "a.html", "UTF-8",
     "\xEF\xBB\xBF<meta charset=koi8-r>ä", OffsetsIn::file},
    {"text has no meta", "<meta charset=koi8-r>ä", "a.txt", "UTF-8", "<meta charset=koi8-r>ä", OffsetsIn::file},
    {"a cut character does not turn UTF-8 into another encoding", "ää ää ää ää ää ää \xC3", "a.html", "UTF-8",
     "ää ää ää ää ää ää �", OffsetsIn::decoded},
    {"an XML declaration", "<?xml version='1.0' encoding='iso-8859-2'?><p>\xB1", "a.xhtml", "ISO-8859-2",
     "<?xml version='1.0' encoding='iso-8859-2'?><p>ą", OffsetsIn::decoded},
};

TEST(Source, IsDecodedOnce) {
  for (const EncodingCase& test : kEncodingCases) {
    Source source = make_source(test.bytes, test.path);
    EXPECT_TRUE(source.usable) << test.what;
    EXPECT_EQ(source.encoding, test.encoding) << test.what;
    EXPECT_EQ(source.text, test.text) << test.what;
    EXPECT_EQ(source.offsets_in, test.offsets_in) << test.what;
    EXPECT_EQ(source.bytes, test.bytes.size()) << test.what;
  }
}

TEST(Source, MetaCharsetFollowsTheStandard) {
  struct {
    const char* html;
    const char* label;
  } cases[] = {
      {"<META CHARSET='UTF-8'>", "utf-8"},
      {"<meta name=x content='a'><meta http-equiv=content-type content='text/html; charset=latin1'>", "latin1"},
      {"<meta content='text/html; charset = \"big5\"' http-equiv=Content-Type />", "big5"},
      {"<meta content='text/html; charset=big5'>", ""},
      {"<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"},
      {"<!--><meta charset=big5>", "big5"},
      {"<a title='<meta charset=big5>'><meta charset=koi8-r>", "koi8-r"},
      {"<metadata charset=big5>", ""},
      {"<meta charset", ""},
      {"<meta http-equiv=content-type content='charset charset=big5'>", "big5"},
  };
  for (const auto& test : cases) EXPECT_EQ(meta_charset(test.html), test.label) << test.html;
}

struct MediaCase {
  const char* path;
  const char* hint;
  const char* bytes;
  MediaType media;
};

TEST(Source, MediaTypeComesFromHintThenNameThenBytes) {
  const MediaCase cases[] = {
      {"a.HTML", "", "x", MediaType::html},
      {"a.md", "", "<html>", MediaType::markdown},
      {"a.md", "text/html", "x", MediaType::html},
      {"a.md", "html", "x", MediaType::html},
      {"-", "", "\n<!DOCTYPE HTML>", MediaType::html},
      {"-", "", "# x", MediaType::text},
      {"a.xyz", "text/markdown; charset=utf-8", "x", MediaType::markdown},
      {"a.php", "", "<!-- x --> <html>", MediaType::html},
      {"a.mdx", "nonsense", "x", MediaType::markdown},
      {"folder.html/notes", "", "x", MediaType::text},
  };
  for (const MediaCase& test : cases)
    EXPECT_EQ(make_source(test.bytes, test.path, test.hint).media, test.media) << test.path;
}

struct BadCase {
  const char* what;
  std::string bytes;
  const char* path;
  const char* code;
  const char* message;
};

TEST(Source, AnyBytesAreValidInput) {
  std::string random;
  for (unsigned i = 0; i < 4096; ++i) random += static_cast<char>((i * 2654435761U) >> 24);
  const BadCase cases[] = {
      {"empty", "", "a.html", "empty-file", "empty; nothing to read"},
      {"binary rubbish", random, "a.txt", "not-text", "not text (10 % control bytes); not used"},
      {"zeros", std::string(100, '\0'), "a.txt", "not-text", "not text (100 % control bytes); not used"},
      {"a document in disguise", "%PDF-1.4 ...", "a.txt", "format-not-read", "format not read: PDF"},
      {"a broken gzip", "\x1F\x8B\x08 nonsense", "a.html.gz", "cannot-unpack", nullptr},
      {"an archive without a page",
       "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n",
       "a.mhtml", "no-page", "a web archive without a page; not used"},
  };
  for (const BadCase& test : cases) {
    Source source = make_source(test.bytes, test.path);
    EXPECT_FALSE(source.usable) << test.what;
    EXPECT_EQ(source.text, "") << test.what;
    ASSERT_EQ(source.diagnostics.size(), 1u) << test.what;
    EXPECT_EQ(source.diagnostics[0].code, test.code) << test.what;
    if (test.message != nullptr) {
      EXPECT_EQ(source.diagnostics[0].message, test.message) << test.what;
    }
  }
}

TEST(Source, GzipIsUnpacked) {  // printf '<p>A vs B' | gzip -n
  const std::string bytes =
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xb3\x29\xb0\x73\x54\x28\x2b\x56\x70\x02\x00\x6d\xb3\x70\x6a\x09\x00\x00\x00"s;
  Source source = make_source(bytes, "a.html.gz");
  EXPECT_EQ(source.text, "<p>A vs B");
  EXPECT_EQ(source.media, MediaType::html);
  EXPECT_EQ(source.offsets_in, OffsetsIn::decoded);
  EXPECT_EQ(source.bytes, bytes.size());
}

TEST(Mhtml, ThePageIsFoundAndDecoded) {
  const char* archive =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n"
      "----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
      "----b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://example.org/a?x\r\n\r\n<p class=3D\"x\">gr=C3=BCn und =\r\nblau\r\n----b------\r\n";
  Source source = make_source(archive, "a.mhtml");
  ASSERT_TRUE(source.usable);
  EXPECT_EQ(source.text, "<p class=\"x\">grün und blau\r\n");
  EXPECT_EQ(source.url, "https://example.org/a?x");
  EXPECT_EQ(source.offsets_in, OffsetsIn::decoded);
}

TEST(Mhtml, TransferEncodings) {
  EXPECT_EQ(decode_base64("Z3\r\nLDvG4="), "grün");
  EXPECT_EQ(decode_base64("!!"), "");
  EXPECT_EQ(decode_quoted_printable("a=3Db=zz=\nc=4"), "a=b=zzc=4");
  EXPECT_EQ(decode_quoted_printable("soft = \t\r\nbreak="), "soft break");
}

// Where the conformance pages are at hand: the encoding of each, as an HTML5 parser finds it.
TEST(Source, EncodingsOfTheTablePack) {
  std::filesystem::path pack = VERSUS_SOURCE_DIR "/../shared/packs/tables";
  if (!std::filesystem::exists(pack / "index.json")) GTEST_SKIP() << "no pack here";
  std::ifstream index_file(pack / "index.json");
  for (const auto& entry : nlohmann::json::parse(index_file)) {
    std::ifstream file(pack / entry["dir"].get<std::string>() / "input.html", std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::string expected = entry["encoding"];
    std::string found = encoding_of_label(make_source(bytes, "input.html").encoding);
    EXPECT_EQ(found, encoding_of_label(expected.substr(0, expected.find('/')))) << entry["dir"];
  }
}

}  // namespace
}  // namespace versus
