import WireText

/// The command line of a run, as it was typed: the command's name, its options in their order, and its operands.
package struct Invocation: Sendable, Hashable {
    /// An option with its value; a flag has none.
    package struct Option: Sendable, Hashable {
        package var name: String
        package var value: String?

        package init(_ name: String, _ value: String? = nil) {
            self.name = name
            self.value = value
        }
    }

    /// The command, such as `check`.
    package var command: String
    package var options: [Option]

    /// The words that belong to no option, the client's command behind `--` included.
    package var operands: [String]

    /// A run of which nothing is known: commands for it have no options but those they need.
    package static let bare = Invocation(command: "")

    package init(command: String, options: [Option] = [], operands: [String] = []) {
        self.command = command
        self.options = options
        self.operands = operands
    }

    /// The options without a value; any other option takes the word behind it.
    ///
    /// A test holds them against those of every command, as its parser has them.
    package static let flags: Set<String> = [
        "--mock", "--strict", "--verbose", "-v", "--identity", "--prx", "--explain", "--check", "--list",
        "--discover", "--plan", "--tls", "--proxy", "--admin", "--page", "--bearer", "--stream",
    ]

    /// Reads the words of a command line that was accepted, the program's own name left out.
    package init(command: String, arguments: [String]) {
        self.init(command: command)
        var rest = arguments[...]
        if let first = rest.first, first == command { rest.removeFirst() }
        while let word = rest.popFirst() {
            if word == "--" {
                operands += ["--"] + rest
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
                options.append(Option(String(word[..<equals]), String(word[word.index(after: equals)...])))
            } else if Self.flags.contains(word) || word.dropFirst().allSatisfy({ $0 == "v" }) || rest.isEmpty {
                options.append(Option(word))
            } else {
                options.append(Option(word, rest.removeFirst()))
            }
        }
    }

    /// The last value given to an option.
    package func value(of name: String) -> String? { options.last { $0.name == name }?.value }

    package func has(_ name: String) -> Bool { options.contains { $0.name == name } }

    /// Whether the run talks to this machine only: the embedded mock, or a server on the loopback address.
    package var isLocal: Bool {
        // What the mock was sent was sent to nobody else.
        if command == "serve" { return true }
        guard let url = value(of: "--endpoint-url") else { return has("--mock") }
        guard let scheme = url.firstRange(of: "://") else { return false }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" }
        return host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "["
    }
}
