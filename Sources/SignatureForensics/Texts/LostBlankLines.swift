import Codes
package import SigV4
import WireText

/// A canonical request whose lines are all there but for empty ones.
///
/// The line of an empty query and the one behind the headers are what signers forget; a paste loses them, too, and only the
/// hash in the string to sign tells which. Source: IAM User Guide, "Create a signed AWS API request".
package struct LostBlankLines: Sendable {
    /// With the empty lines.
    package let restored: CanonicalRequest
    private let shown: [UInt8]

    /// Reads a text; nil where no empty line is gone, or more than empty lines are.
    package init?(_ text: [UInt8]) {
        guard let restored = FlatCanonicalRequest.restored(text), restored.bytes != text,
            Self.words(restored.bytes) == Self.words(text)
        else { return nil }
        self.restored = restored
        shown = text
    }

    /// The lines that are not empty.
    private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: 0x0A).map { line in
            var line = line
            while line.last == 0x20 || line.last == 0x0D { line = line.dropLast() }
            return line
        }.filter { !$0.isEmpty }
    }

    /// Whether the string to sign holds the hash of the whole text, so that the client signed that.
    package func wasLostOnTheWay(signed: [UInt8]?) -> Bool {
        Self.hash(in: signed) == SHA256Digest.hash(restored.bytes).hexBytes
    }

    /// What to report of the client's text.
    ///
    /// - Parameter isAlone: Whether nothing else is wrong with it.
    func finding(signed: StringToSign?, isAlone: Bool) -> CauseFinding {
        let isProven = Self.hash(in: signed?.bytes) == SHA256Digest.hash(shown).hexBytes
        return CauseFinding(
            .textForm, at: .client, isProven ? .certain : isAlone ? .likely : .possible,
            summary: """
                The canonical request lacks an empty line\(isProven ? "" : ", unless the paste lost it"): there is one for a query \
                that is empty, and one between the last header and the list of signed headers.
                """,
            difference: SectionDifference.between(canonicalRequest: shown, and: restored.bytes),
            fix: """
                Write every line of the canonical request, the empty ones too: method, path, query (empty if there is none), each \
                header, an empty line, the names of the signed headers, the hash of the body.
                """)
    }

    private static func hash(in stringToSign: [UInt8]?) -> [UInt8]? {
        stringToSign?.split(separator: 0x0A).last.map(Array.init)
    }
}
