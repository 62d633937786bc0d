// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist serve: the archive in a browser, until Ctrl-C or SIGTERM.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/interruption.hpp"
#include "cli/listen_address.hpp"
#include "cli/settings.hpp"
#include "cli/verbs.hpp"
#include "schema/error.hpp"
#include "web/rate_limit.hpp"
#include "web/server.hpp"

namespace fihrist {
namespace {

constexpr const char* serve_examples =
    "Examples:\n"
    "  fihrist serve                                  http://127.0.0.1:8080/\n"
    "  fihrist serve --listen 0.0.0.0:80              for the whole network\n"
    "  fihrist serve --listen 127.0.0.1:0             on any free port, which is printed\n"
    "  fihrist serve --prefix /archive --trusted-proxy 127.0.0.1 --rate 5/s\n"
    "                                                 behind a proxy, below a path, for patient crawlers";

constexpr const char* default_address = "127.0.0.1:8080";

std::vector<AddressRange> address_ranges(const std::vector<std::string>& texts) {
  std::vector<AddressRange> ranges;
  for (const std::string& text : texts) {
    const auto range = parse_address_range(text);
    if (!range)
      throw Error(ErrorCode::usage, "--trusted-proxy: \"" + text + "\" is no range of addresses",
                  "Write it as 127.0.0.1, 10.0.0.0/8 or 2001:db8::/32.");
    ranges.push_back(*range);
  }
  return ranges;
}

double requests_per_second(const std::optional<std::string>& text) {
  if (!text || text->empty()) return 0;
  if (const auto rate = parse_rate(*text)) return *rate;
  throw Error(ErrorCode::usage, "--rate: \"" + *text + "\" is no rate",
              "Write it as requests a second: 5/s or 0.5/s. Without --rate there is no limit.");
}

/// What the command line says, and behind it the settings of the archive.
ServerOptions server_options(const ServeSettings& given, const std::filesystem::path& archive) {
  const Settings settings = read_settings(archive);
  const ServeSettings& kept = settings.serve;
  const ListenAddress address =
      parse_listen_address(given.listen.value_or(kept.listen.value_or(default_address)));
  SiteSettings site = settings.site;
  site.prefix = given.prefix.value_or(kept.prefix.value_or(""));
  return {
      .archive = archive,
      .host = address.host,
      .port = address.port,
      .site = site,
      .threads = given.threads.value_or(kept.threads.value_or(0)),
      .ranking = settings.ranking,
      .shards = settings.shards,
      .trusted_proxies =
          address_ranges(given.trusted_proxies.empty() ? kept.trusted_proxies : given.trusted_proxies),
      .requests_per_second = requests_per_second(given.rate ? given.rate : kept.rate),
      .access_log = {.file = given.access_log.value_or(kept.access_log.value_or("")),
                     .holds_addresses = given.log_addresses.value_or(kept.log_addresses.value_or(false))}};
}

/// What is wrong is told and not taken.
void reload(Server& server, const Console& console) {
  try {
    server.reload();
    console.message("Read the names, the plurals and the theme anew, and opened the access log.");
  } catch (const Error& error) {
    console.message(std::string("error: ") + error.what() + "\n       It stays as it was.");
  }
  console.err.flush();
}

int run_serve_verb(Session& session, const ServeSettings& given) {
  const Console& console = session.console;
  const BlockedSignals blocked(BlockedSignals::Hangup::waits);
  Server server(server_options(given, session.options.archive));
  const SignalWatch watch(
      blocked, [&server](int) { server.stop(); }, [&] { reload(server, console); });
  console.message("Serving " + session.options.archive.string() + " on " + server.url() + "   (Ctrl-C ends)");
  console.err.flush();
  server.run();
  console.message("Stopped.");
  return ExitCode::done;
}

}  // namespace

void add_serve_verb(CLI::App& program, VerbAction& chosen) {
  auto given = std::make_shared<ServeSettings>();
  CLI::App* verb = program.add_subcommand("serve", "serve the archive to browsers");
  verb->footer(serve_examples);
  verb->add_option("--listen", given->listen, "where to listen (127.0.0.1:8080)")->type_name("HOST:PORT");
  verb->add_option("--prefix", given->prefix, "path below which a proxy shows it")->type_name("/PATH");
  verb->add_option("--threads", given->threads, "threads that answer (as many as there are)")->type_name("N");
  verb->add_option("--trusted-proxy", given->trusted_proxies,
                   "proxy whose X-Forwarded-For names the client (again: this one too)")
      ->type_name("CIDR")
      ->allow_extra_args(false);
  verb->add_option("--rate", given->rate, "searches and pages a second for one client, else 429 (no limit)")
      ->type_name("N/s");
  verb->add_option("--access-log", given->access_log, "file that gets a line of JSON for each answer (none)")
      ->type_name("FILE");
  verb->add_flag("--log-addresses", given->log_addresses, "write the clients' addresses into it");
  verb->callback(
      [given, &chosen] { chosen = [given](Session& session) { return run_serve_verb(session, *given); }; });
}

}  // namespace fihrist
