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
        return forms.map { cause, words, value in
            Mistake(cause, "the query with \(name) \(words), which was sent otherwise", .queryText, .target) {
                $0.query.pairs[index].value = EscapeAlphabet.sigV4.encoded(value, keepsSlash: false)
            }
        }
    }
}
