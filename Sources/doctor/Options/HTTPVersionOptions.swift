public import ArgumentParser
import HTTPTransport

/// Which version of HTTP the client core speaks.
struct HTTPVersionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Speak this version of HTTP: auto (2 where the server offers it over TLS), 1.1, or 2, which over http:// is spoken \
            from the first byte on (prior knowledge).
            """, valueName: "version"))
    var httpVersion: HTTPVersionChoice = .automatic
}

extension HTTPVersionChoice: ExpressibleByArgument {}
