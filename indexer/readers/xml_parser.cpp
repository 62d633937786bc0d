// SPDX-License-Identifier: GPL-3.0-or-later
// Callbacks of libxml2's SAX2 interface to ours; exceptions are carried around its C code.
#include "indexer/readers/xml_parser.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <stdexcept>
#include <utility>

namespace fihrist {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxt* context) const noexcept { xmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// So that a document is a sequence of elements, of which there may be several.
constexpr std::string_view around_everything = "<documents>";

}  // namespace

struct XmlParser::State {
  explicit State(XmlEvents& target) : events(target) {}

  XmlEvents& events;
  std::unique_ptr<xmlParserCtxt, FreeContext> context;
  std::exception_ptr failure;
  std::size_t untold = 0;  ///< start tags to come that were told before
  std::vector<XmlTree::Attribute> attributes;
  std::vector<std::pair<const xmlChar*, XmlSpace>>
      spaces;  ///< by the address of the URI, which the context keeps

  XmlSpace space_of(const xmlChar* uri, const xmlChar* prefix) {
    if (uri == nullptr) return xml_space({}, view(prefix));
    const auto found =
        std::find_if(spaces.begin(), spaces.end(), [&](const auto& known) { return known.first == uri; });
    if (found != spaces.end()) return found->second;
    constexpr std::size_t most_known = 64;
    if (spaces.size() == most_known) spaces.clear();
    return spaces.emplace_back(uri, xml_space(view(uri), view(prefix))).second;
  }

  template <typename Act>
  void guarded(Act act) noexcept {
    if (failure) return;
    try {
      act();
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(context.get());
    }
  }

  static State& of(void* context) {
    return *static_cast<State*>(static_cast<xmlParserCtxt*>(context)->_private);
  }
};

namespace {

/// The callbacks know the state by this interface only.
template <typename State>
struct Callbacks {
  static void start(void* context, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int,
                    const xmlChar**, int count, int, const xmlChar** values) {
    State& state = State::of(context);
    if (state.untold > 0) {
      --state.untold;
      return;
    }
    state.guarded([&] {
      state.attributes.clear();
      for (int i = 0; i < count; ++i) {
        const xmlChar** const value = values + std::ptrdiff_t{i} * 5;
        const auto* const begin = reinterpret_cast<const char*>(value[3]);
        const auto* const end = reinterpret_cast<const char*>(value[4]);
        const XmlSpace space = value[1] == nullptr ? XmlSpace::none : state.space_of(value[2], value[1]);
        state.attributes.push_back({{space, view(value[0])}, {begin, static_cast<std::size_t>(end - begin)}});
      }
      state.events.start({state.space_of(uri, prefix), view(local)}, state.attributes);
    });
  }

  static void end(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    State& state = State::of(context);
    state.guarded([&] { state.events.end(); });
  }

  static void text(void* context, const xmlChar* text, int length) {
    State& state = State::of(context);
    state.guarded([&] {
      state.events.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }

  static void error(void*, xmlError*) {}

  /// Only the five of XML: all others are resolved before, and a document's own are never read.
  static xmlEntity* entity(void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); }

  static xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start;
    sax.endElementNs = end;
    sax.characters = text;
    sax.ignorableWhitespace = text;
    sax.cdataBlock = text;
    sax.getEntity = entity;
    sax.serror = error;
    return sax;
  }
};

}  // namespace

XmlParser::XmlParser(XmlEvents& events) : state_(std::make_unique<State>(events)) { restart({}); }
XmlParser::~XmlParser() = default;

void XmlParser::restart(std::string_view open_tags) {
  static const bool initialised = (xmlInitParser(), true);
  static_cast<void>(initialised);
  xmlSAXHandler sax = Callbacks<State>::handler();
  state_->spaces.clear();
  state_->context.reset(xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr));
  if (!state_->context) throw std::bad_alloc();
  xmlParserCtxt* const context = state_->context.get();
  xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC | XML_PARSE_NONET |
                                 XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  context->_private = state_.get();
  state_->untold = 1 + static_cast<std::size_t>(std::count(open_tags.begin(), open_tags.end(), '<'));
  parse(around_everything);
  parse(open_tags);
}

bool XmlParser::parse(std::string_view markup) {
  // libxml2 counts bytes in an int.
  constexpr std::size_t most = std::numeric_limits<int>::max() / 2;
  while (!markup.empty() && !state_->failure) {
    const std::string_view piece = markup.substr(0, most);
    xmlParseChunk(state_->context.get(), piece.data(), static_cast<int>(piece.size()), 0);
    markup.remove_prefix(piece.size());
  }
  if (state_->failure) std::rethrow_exception(std::exchange(state_->failure, nullptr));
  return state_->context->disableSAX == 0;
}

}  // namespace fihrist
