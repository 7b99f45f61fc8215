import SigV4
import WireText

/// A head in a form that a strict HTTP parser takes, when it was sent in one that it does not.
///
/// The parser behind the tap refuses folded lines, bytes above ASCII in the request line, and a tab behind a length. Clients
/// send them, and whether they signed them rightly is this server's business. The parser's own strings of the head are not
/// used, so it may get a fold as spaces (RFC 9112, section 5.2) and raw bytes as escapes (RFC 3986, section 2.1); the
/// verifier sees the bytes as received.
///
/// An offer to upgrade, which Java's client makes with each first request, would end the parser's work on the connection.
/// A server may ignore it (RFC 9110, section 7.8), so the parser does not see it.
package enum RepairedHead {
    package static func bytes(_ head: [UInt8]) -> [UInt8] {
        var repaired: [UInt8] = []
        repaired.reserveCapacity(head.count + 64)
        let lineEnd = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.endIndex
        for byte in head[..<lineEnd] {
            if byte < 0x80 {
                repaired.append(byte)
            } else {
                repaired.append(UInt8(ascii: "%"))
                repaired.append(Hexadecimal.capital(byte >> 4))
                repaired.append(Hexadecimal.capital(byte & 15))
            }
        }
        for index in lineEnd..<head.endIndex {
            let next = index + 1 < head.endIndex ? head[index + 1] : 0
            guard index > lineEnd, head[index] == UInt8(ascii: "\n"),
                next == UInt8(ascii: " ") || next == UInt8(ascii: "\t")
            else {
                if index > lineEnd, head[index] == UInt8(ascii: "\n") { cutBlanks(endOf: &repaired) }
                repaired.append(head[index])
                continue
            }
            if repaired.last == UInt8(ascii: "\r") { repaired.removeLast() }
        }
        return withoutUpgrade(repaired)
    }

    /// Cuts white space at the end of a line: the parser takes a space behind a length for none of it, and refuses a tab
    /// (RFC 9110, section 5.5: neither is part of the value).
    private static func cutBlanks(endOf line: inout [UInt8]) {
        let hasReturn = line.last == UInt8(ascii: "\r")
        if hasReturn { line.removeLast() }
        while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { line.removeLast() }
        if hasReturn { line.append(UInt8(ascii: "\r")) }
    }

    private static func withoutUpgrade(_ head: [UInt8]) -> [UInt8] {
        let name = Array("upgrade:".utf8)
        let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let isOffer = { (line: ArraySlice<UInt8>) in line.prefix(name.count).map(\.asciiLowercased) == name }
        guard lines.contains(where: isOffer) else { return head }
        return Array(lines.filter { !isOffer($0) }.joined(separator: [UInt8(ascii: "\n")]))
    }
}
