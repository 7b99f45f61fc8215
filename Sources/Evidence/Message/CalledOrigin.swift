import JSONText
import WireText

/// Which address a failed call went to, as `https://HOST:PORT`, by the failure's own words.
///
/// Reports hold links to issues, pictures and pages, and addresses that their reporters tell of: a URL counts where the line that
/// tells of the failure has it, else where it stands in no sentence of a person's, and a link never.
package enum CalledOrigin {
    private static let limit = 16_384

    package static func first(in text: String) -> String? {
        let rest = text.prefix(limit)
        guard rest.contains("://") else { return nil }
        let lines = rest.split(whereSeparator: \.isNewline)
        let failing = lines.filter(tellsFailure)
        if let found = failing.lazy.compactMap({ origin(in: $0) }).first { return found }
        // A host without a scheme in such a line is what was called, whatever URLs stand elsewhere.
        if failing.contains(where: { DetailReader.host(in: String($0)) != nil }) { return nil }
        return lines.lazy.compactMap { origin(in: $0) }.first
    }

    // MARK: Lines

    /// Words of clients about connections, names, waits and answers.
    private static let tellings = [
        "connect", "resolve", "timeout", "timed out", "refused", "unreachable", "endpoint", "rror", "xception", "ailed",
        "certificate", "enotfound", "no such host", "dial ", "for url", "proxy", "post \"", "get \"",
    ]

    private static func tellsFailure(_ line: Substring) -> Bool {
        guard !ConfigurationLine.stands(line) else { return false }
        let lower = line.lowercased()
        return tellings.contains(where: lower.contains)
    }

    // MARK: URLs

    /// The first URL of a line that is no link.
    private static func origin(in line: Substring) -> String? {
        var rest = line
        while let mark = rest.firstRange(of: "https://") ?? rest.firstRange(of: "http://") {
            let host = rest[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]_".contains($0))
            }.trimmed(of: ".:")
            if !host.isEmpty, !isLink(host, before: line[..<mark.lowerBound]) { return String(rest[mark]) + host }
            rest = rest[mark.upperBound...]
        }
        return nil
    }

    /// Whether a URL is one to read, by the markup or the words before it, or by its host.
    private static func isLink(_ host: some StringProtocol, before: Substring) -> Bool {
        let words = before.suffix(48).lowercased()
        if ["](", "src=\"", "src='", "href=\"", "href='"].contains(where: words.hasSuffix) { return true }
        if pointers.contains(where: words.contains) { return true }
        let name = host.prefix { $0 != ":" }.lowercased()
        return pages.contains { name == $0 || name.hasSuffix("." + $0) } || name.hasPrefix("docs.")
    }

    /// What stands before a page that a message or a person sends its reader to.
    private static let pointers = [
        "see ", "visit ", "refer ", "more information", "more info", "more details", "documentation", "learn more",
        "read more", "guide: ", "troubleshooting",
    ]

    /// Sites of code, questions, packages and pictures, and AWS's own pages: no model is called there.
    private static let pages = [
        "github.com", "githubusercontent.com", "gitlab.com", "bitbucket.org", "readthedocs.io", "github.io",
        "stackoverflow.com", "stackexchange.com", "repost.aws", "aws.amazon.com", "pypi.org", "npmjs.com", "imgur.com",
        "youtube.com", "medium.com", "reddit.com", "discord.com", "learn.microsoft.com", "go.dev", "crates.io",
    ]
}
