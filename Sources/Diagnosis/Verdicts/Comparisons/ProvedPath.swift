import Evidence
import JSONText
import WireText

/// Whether another client gets through the very proxy whose file was pasted: the host that it hands on is then one that can be
/// signed, and what differs is what the failing client signs.
enum ProvedPath {
    /// How many lines of code stand behind the words that it works.
    private static let codeLines = 8

    static func stands(in call: ComparedCall) -> Bool {
        let isPastProxy = call.contrasts.contains { $0.dimension == .network }
        guard !isPastProxy,
            let client = call.contrasts.first(where: { $0.dimension == .client && $0.works != nil })
        else { return false }
        return saysSo(client.evidence) || showsSo(behind: client.line, in: call.lines)
    }

    // MARK: Words

    private static let same: [WordPhrase] = [
        "same|identical nginx|proxy|endpoint|host|hostname|url|domain|address|gateway|caddy|traefik|haproxy|apache",
        "through|via|behind nginx|proxy|caddy|traefik|haproxy|apache",
    ]

    private static func saysSo(_ evidence: String) -> Bool {
        let words = WordText(evidence)
        return same.contains { words.has($0) }
    }

    // MARK: Code

    /// Whether code behind the words calls one of the proxy's own names.
    private static func showsSo(behind line: Int, in lines: [PastedLine]) -> Bool {
        let names = publicNames(in: lines)
        guard !names.isEmpty else { return false }
        return lines.contains { shown in
            guard shown.number >= line, shown.number <= line + codeLines, !isServerName(shown.text) else {
                return false
            }
            return names.contains { shown.text.contains($0) }
        }
    }

    /// `server_name files.example.com;`, without those that stand for any name.
    private static func publicNames(in lines: [PastedLine]) -> [String] {
        lines.filter { isServerName($0.text) }.flatMap { line in
            line.text.split { " \t;*\"'".contains($0) }.dropFirst().map(String.init)
        }.filter { $0.contains(".") && $0.count > 3 }
    }

    private static func isServerName(_ text: String) -> Bool {
        let line = text.trimmedWhitespace()
        return line.hasPrefix("server_name ") || line.hasPrefix("ServerName ")
    }
}
