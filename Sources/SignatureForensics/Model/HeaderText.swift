import SigV4

/// The headers of the right signer in pieces, so that texts with other values are put together without making them anew.
struct HeaderText: Sendable {
    /// Another value for the header at a place among the entries.
    struct Value: Sendable {
        let index: Int
        let bytes: [UInt8]
    }

    /// The name of each entry with its colon, and its line without them; nil for those that are not signed.
    private let lines: [(name: [UInt8], value: [UInt8])?]
    /// The empty line and the list.
    private let end: [UInt8]

    init(_ headers: HeaderModel) {
        lines = headers.entries.map { entry in
            entry.hasLine ? (entry.lowerName + headers.colon, (entry.replacement ?? entry.canonical) + [0x0A]) : nil
        }
        let names = headers.entries.filter(\.isListed).map(\.lowerName)
        end = [0x0A] + Array(names.joined(separator: headers.listSeparator)) + [0x0A]
    }

    /// The text with some values in place of the right ones.
    func text(_ values: [Value]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1024)
        for index in lines.indices {
            guard let line = lines[index] else { continue }
            text += line.name
            if let value = values.first(where: { $0.index == index }) {
                text += value.bytes
                text.append(0x0A)
            } else {
                text += line.value
            }
        }
        text += end
        return text
    }
}
