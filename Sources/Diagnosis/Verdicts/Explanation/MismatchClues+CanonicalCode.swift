import Catalog
import Evidence
import WireText

/// What code that builds a canonical request by hand does otherwise than AWS: its line ends, what stands in the place of the path, and the
/// bytes that it hashes.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>: lines end with a newline character
/// (0x0A), the second is the encoded path, and what is hashed is UTF-8.
extension MismatchClues {
    var canonicalCode: String? {
        let lines = codeLines.map { $0.lowercased() }.filter(Self.buildsCanonical)
        guard !lines.isEmpty else { return nil }
        let parts = [lineEnds(lines), hostForPath(lines), wideText].compactMap { $0 }
        guard let first = parts.first else { return nil }
        let rest = parts.dropFirst().map { " " + $0.beginningSentence + "." }.joined()
        return """
            Mend the canonical request that the code builds: \(first).\(rest) Its lines are the method, the encoded path, the query, each header as name:value, an empty line, the names, the hash of the body, with one line feed (0x0A) \
            between them and none at the end. Key and secret are not in question before this is right.
            """
    }

    private static func buildsCanonical(_ line: String) -> Bool {
        let plain = line.replacing("_", with: "").replacing(" ", with: "")
        let isBuilt = plain.contains("canonical") || plain.contains("stringtosign")
        return isBuilt && ["=", "+", "&", "(", "."].contains(where: plain.contains)
    }

    // MARK: Line ends

    /// Spellings of what ends lines otherwise, by the language.
    private static let ends: [(mark: String, isEscape: Bool)] = [
        ("char(13)", false), ("chr(13)", false), ("vbcrlf", false), ("vbnewline", false), ("vbcr", false),
        ("environment.newline", false), ("lineseparator()", false), ("os.linesep", false), ("os.eol", false),
        ("php_eol", false), ("\\r", true),
    ]

    private func lineEnds(_ lines: [String]) -> String? {
        // Who takes the carriage returns out again does it right.
        guard !codeLines.contains(where: { $0.lowercased().contains("replace") && Self.hasReturn($0.lowercased()) })
        else { return nil }
        for line in lines {
            for end in Self.ends {
                guard let found = line.firstRange(of: end.mark) else { continue }
                let before = line[..<found.lowerBound].last { !$0.isWhitespace }
                let isJoined =
                    end.isEscape
                    ? line.contains("\"") || line.contains("'")
                    : before.map { "+&|.,(=".contains($0) } ?? false
                guard isJoined else { continue }
                return """
                    it ends its lines with \(end.mark), which is or may be a carriage return: end them with a line feed alone (\\n, CHAR(10), vbLf)
                    """
            }
        }
        return nil
    }

    private static func hasReturn(_ line: String) -> Bool {
        ["\\r", "char(13)", "chr(13)", "vbcr", "newline"].contains(where: line.contains)
    }

    // MARK: Path

    private func hostForPath(_ lines: [String]) -> String? {
        for line in lines where !line.contains("header") && !line.contains("host") {
            for piece in line.split(whereSeparator: { "'\"`".contains($0) }) {
                let name = piece.hasPrefix("https://") ? piece.dropFirst(8) : piece
                let host = name.prefix { $0 != "/" && $0 != "\\" }
                guard AWSHostName(String(host)) != nil, host.endIndex == name.endIndex || piece.hasPrefix("https://")
                else {
                    continue
                }
                return """
                    \(shown(piece)) stands where the path belongs: the second line is the encoded path alone (/ where there is none), and the host is a header
                    """
            }
        }
        return nil
    }

    // MARK: Bytes

    /// Text of two bytes a character, which is hashed in place of UTF-8.
    private var wideText: String? {
        let code = text.prefix(32_768).lowercased()
        if code.contains("nvarchar"), code.contains("hashbytes") {
            return
                "HASHBYTES of an NVARCHAR hashes UTF-16: convert what is hashed and what is signed to VARCHAR (UTF-8) first, each time"
        }
        let wide = ["encoding.unicode.getbytes", "encode('utf-16", "encode(\"utf-16", "getbytes(\"utf-16", "utf_16"]
        guard let mark = wide.first(where: code.contains) else { return nil }
        return "the code takes the bytes of UTF-16 (\(shown(mark))): hash and sign those of UTF-8"
    }
}
