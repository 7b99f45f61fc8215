import Codes
import SigV4
import WireText

/// The list of signed headers of a presigned request, which is a part of its query: what is signed is not what is sent.
enum PresignedListMistakes {
    private static let name = "X-Amz-SignedHeaders"

    static func all(_ query: QueryModel) -> [Mistake] {
        guard let index = query.pairs.firstIndex(where: { Escape.decoded($0.name).elementsEqual(name.utf8) }) else {
            return []
        }
        let sent = Escape.decoded(query.pairs[index].value)
        let names = sent.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x20 }.map(Array.init)
        let lower = names.map { $0.map(\.asciiLowercased) }
        func joined(_ names: [[UInt8]]) -> [UInt8] { Array(names.joined(separator: [UInt8(ascii: ";")])) }
        let forms: [(FindingCode, String, [UInt8])] = [
            (.headerCase, "in small letters", sent.map(\.asciiLowercased)),
            (.headerList, "with a semicolon between each two names", joined(names)),
            (.headerSort, "sorted", joined(names.sorted { $0.lexicographicallyPrecedes($1) })),
            (.headerSort, "in small letters and sorted", joined(lower.sorted { $0.lexicographicallyPrecedes($1) })),
        ]
        return alone(forms, index) + withList(lower, index)
    }

    private static func alone(_ forms: [(FindingCode, String, [UInt8])], _ index: Int) -> [Mistake] {
        forms.map { cause, words, value in
            Mistake(cause, "the query with \(name) \(words), which was sent otherwise", .queryText, .target) {
                $0.query.pairs[index].value = EscapeAlphabet.sigV4.encoded(value, keepsSlash: false)
            }
        }
    }

    /// The list signed otherwise in both places, the query and the line of its own.
    private static func withList(_ names: [[UInt8]], _ index: Int) -> [Mistake] {
        let title = names.map { name in
            var isFirst = true
            return name.map { byte -> UInt8 in
                defer { isFirst = byte == UInt8(ascii: "-") }
                return isFirst && (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte
            }
        }
        let semicolon = [UInt8(ascii: ";")]
        func mistake(
            _ cause: FindingCode, _ words: String, _ value: [UInt8],
            _ change: @escaping @Sendable (inout HeaderModel) -> Void
        ) -> Mistake {
            Mistake(
                cause, "\(name) and the list \(words), which was sent otherwise",
                [.queryText, .headerShape, .headerCase],
                [.target, .headers], .alone
            ) {
                $0.query.pairs[index].value = EscapeAlphabet.sigV4.encoded(value, keepsSlash: false)
                change(&$0.headers)
            }
        }
        return [
            mistake(.headerCase, "with capitals at the beginning of words", title.joined(separator: semicolon) + []) {
                $0.listCase = .title
            },
            mistake(
                .headerList, "with a semicolon behind the last name", names.joined(separator: semicolon) + semicolon
            ) {
                $0.listSuffix = semicolon
            },
            mistake(.headerList, "with commas between the names", names.joined(separator: [UInt8(ascii: ",")]) + []) {
                $0.listSeparator = [UInt8(ascii: ",")]
            },
        ]
    }
}
