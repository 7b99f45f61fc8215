import Codes
import SigV4
import WireText

extension StructureFacts {
    /// What is wrong with the list of signed headers as it was sent, whatever was signed.
    ///
    /// AWS makes one line of a header that is named twice, and none of a name that is empty: the text that it makes has
    /// another list than the one that was signed.
    mutating func list() {
        guard claim.scheme == StringToSign.algorithm, !claim.listText.isEmpty else { return }
        let names = claim.signedHeaders.map(\.asciiLowercased)
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) {
            let isOnce =
                forensicCase.server.flatMap { CanonicalLines($0.canonicalRequest.bytes) }
                .map { !listed($0.signedHeaders, twice) } ?? false
            decisive.append(
                CauseFinding(
                    .headerDuplicate, at: .client, isOnce ? .certain : .likely,
                    summary: "SignedHeaders names '\(twice)' twice; AWS names each header once.",
                    fix: """
                        Name '\(twice)' once, with one line: the signer adds its own beside the one that its caller hands \
                        over. Replace the header instead of adding it.
                        """))
        }
        let parts = claim.listText.split(separator: ";", omittingEmptySubsequences: false)
        if parts.count > 1, parts.contains(where: { $0.allSatisfy { $0 == " " } }) {
            decisive.append(
                finding(
                    .headerList, .likely,
                    "SignedHeaders has an empty name (two semicolons in a row, or one at an end): '\(shown)'."))
        } else if claim.listText.contains(",") {
            decisive.append(
                finding(.headerList, .likely, "SignedHeaders separates names by commas, not by semicolons: '\(shown)'.")
            )
        }
    }

    private var shown: String { VisibleBytes.text(Array(claim.listText.utf8.prefix(200))) }

    /// Whether a list names a header twice.
    private func listed(_ list: [UInt8], _ name: String) -> Bool {
        list.split(separator: UInt8(ascii: ";")).count { $0.elementsEqual(name.utf8) } > 1
    }
}
