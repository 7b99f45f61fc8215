import Codes
import SigV4
import WireText

extension StructureFacts {
    /// What is wrong with the list of signed headers as it was sent, whatever was signed.
    ///
    /// AWS makes one line of a header that is named twice, and none of a name that is empty: the text that it makes has
    /// another list than the one that was signed.
    mutating func list() {
        guard claim.scheme == StringToSign.algorithm else { return }
        guard !claim.listText.isEmpty else { return noList() }
        repeatedValues()
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
        } else if !claim.listText.contains(","), claim.listText.contains(" ") {
            decisive.append(
                finding(.headerList, .likely, "SignedHeaders has blanks between or around names: '\(shown)'."))
        } else if claim.listText.contains(",") {
            decisive.append(
                finding(.headerList, .likely, "SignedHeaders separates names by commas, not by semicolons: '\(shown)'.")
            )
        }
    }

    /// A list that is empty, or is not there at all.
    private mutating func noList() {
        // A paste may leave it out.
        guard forensicCase.refusal != nil else { return }
        decisive.append(finding(.headerList, "SignedHeaders names no header; host must be among them."))
    }

    /// A list without the host, which every service wants signed.
    mutating func unsignedHost() {
        guard case .hostNotSigned? = forensicCase.refusal?.reason else { return }
        decisive.append(finding(.headerUnsigned, "SignedHeaders does not name 'host'."))
    }

    /// Headers whose value the service saw twice, joined with a comma: the HTTP library sent its own beside the signed one.
    private mutating func repeatedValues() {
        guard let lines = forensicCase.server.flatMap({ CanonicalLines($0.canonicalRequest.bytes) }) else { return }
        let twice = lines.headers.compactMap { line -> String? in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            // Of these a value with a comma is no list.
            guard ["host", "content-type", "x-amz-date", "x-amz-content-sha256", "user-agent"].contains(name) else {
                return nil
            }
            let values = String(decoding: line[(colon + 1)...], as: UTF8.self).split(separator: ",")
                .map { $0.drop { $0 == " " } }
            return values.count == 2 && values[0] == values[1] ? name : nil
        }
        guard !twice.isEmpty else { return }
        decisive.append(
            CauseFinding(
                .headerDuplicate, at: .client, .certain,
                summary:
                    "\(twice.joined(separator: " and ")) arrived twice: the service joined both values with a comma.",
                fix: """
                    Send each header once: the HTTP library adds its own \(twice.joined(separator: " and ")) beside the one that the \
                    signer hands over. Replace it instead of adding it a second time, or update the library.
                    """))
    }

    private var shown: String { VisibleBytes.text(Array(claim.listText.utf8.prefix(200))) }

    /// Whether a list names a header twice.
    private func listed(_ list: [UInt8], _ name: String) -> Bool {
        list.split(separator: UInt8(ascii: ";")).count { $0.elementsEqual(name.utf8) } > 1
    }
}
