import Codes
import SigV4

/// Encoders that leave bare, or escape, other characters than SigV4's: every choice of those that a request holds.
///
/// Each library has a list of its own, and of a list no more shows than the characters that are there.
enum SparedSets {
    /// Of so many characters every choice is tried; of more, each alone.
    private static let most = 10

    static func all(_ path: PathModel, _ query: QueryModel) -> [Mistake] { self.path(path) + self.query(query) }

    private static func path(_ path: PathModel) -> [Mistake] {
        let sent = Set(path.sent)
        // A slash stays bare in any path.
        let held = (path.keepsEscapes ? Set(Escape.decoded(path.sent)) : sent).subtracting([UInt8(ascii: "/")])
        let bare = sets(reserved(held)).map { set in
            PathMistakes.mistake(
                set == ":" ? .pathColon : .pathReserved, words(sparing: set), .pathAlphabet, .alone
            ) { $0.alphabet = EscapeAlphabet(sparing: set) }
        }
        return bare
            + sets(unreserved(sent)).map { set in
                PathMistakes.mistake(.pathTilde, words(escaping: set), .pathAlphabet, .alone) {
                    $0.alphabet = EscapeAlphabet(escaping: set)
                }
            }
    }

    private static func query(_ query: QueryModel) -> [Mistake] {
        let plain = Set(
            query.pairs.prefix(SearchBudget.places).flatMap { Escape.decoded($0.name) + Escape.decoded($0.value) })
        func mistake(_ cause: FindingCode, _ words: String, _ alphabet: EscapeAlphabet) -> Mistake {
            Mistake(cause, words, .queryAlphabet, .target, .alone) { $0.query.alphabet = alphabet }
        }
        return sets(reserved(plain)).map {
            mistake($0 == "+" ? .queryPlus : .queryEncoding, words(sparing: $0), EscapeAlphabet(sparing: $0))
        }
            + sets(unreserved(plain)).map {
                mistake(.pathTilde, words(escaping: $0), EscapeAlphabet(escaping: $0))
            }
    }

    private static func reserved(_ bytes: Set<UInt8>) -> [UInt8] { present(bytes, "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}") }

    private static func unreserved(_ bytes: Set<UInt8>) -> [UInt8] { present(bytes, "-._~") }

    private static func present(_ bytes: Set<UInt8>, _ characters: String) -> [UInt8] {
        characters.utf8.filter { bytes.contains($0) }
    }

    /// Every choice of some characters but none of them, the smaller ones first.
    private static func sets(_ characters: [UInt8]) -> [String] {
        guard characters.count <= most else { return characters.map { String(decoding: [$0], as: UTF8.self) } }
        return (1..<(1 << characters.count)).sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }.map { choice in
            String(
                decoding: characters.indices.filter { choice >> $0 & 1 == 1 }.map { characters[$0] }, as: UTF8.self)
        }
    }

    private static func words(sparing set: String) -> String {
        "an encoder that leaves \(set.map(String.init).joined(separator: " ")) bare"
    }

    private static func words(escaping set: String) -> String {
        "an encoder that writes \(set.map(String.init).joined(separator: " ")) as \(set.utf8.count == 1 ? "an escape" : "escapes")"
    }
}
