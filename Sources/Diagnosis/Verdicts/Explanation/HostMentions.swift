import WireText

/// Hosts that a pasted command or log names: the one in its URL, and the one in its `Host` header.
enum HostMentions {
    private static let limit = 65_536

    /// The host of the first URL that stands in a command of curl or awscurl.
    static func ofURL(_ text: String) -> String? {
        guard let command = command(in: text), let scheme = command.firstRange(of: "://") else { return nil }
        return host(command[scheme.upperBound...])
    }

    /// The host that such a command sends in a header of its own.
    static func ofHeader(_ text: String) -> String? {
        guard let command = command(in: text) else { return nil }
        let lower = command.lowercased()
        for label in ["\"host:", "'host:", "-h host:"] {
            if let found = lower.firstRange(of: label) { return host(lower[found.upperBound...].drop { $0 == " " }) }
        }
        return nil
    }

    private static func command(in text: String) -> String? {
        let text = text.prefix(limit)
        guard let found = text.firstRange(of: "curl ") else { return nil }
        return String(text[found.lowerBound...].prefix { !$0.isNewline })
    }

    private static func host(_ text: some StringProtocol) -> String? {
        let name = text.prefix { $0.isLetter || $0.isNumber || ".-_:".contains($0) }
        return name.isEmpty ? nil : name.lowercased()
    }
}
