import Evidence
import Report
import WireText

/// A header that the signature covers, and that the request did not have when it arrived.
///
/// API Gateway, AppSync and the services behind the same front say it of one header by its name: `'accept' is named as a SignedHeader, but it
/// does not exist in the HTTP request.` (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html>).
struct AbsentHeader {
    /// In lower case, as signatures name headers; `nil` where the sentence is cut before it.
    let name: String?

    init(_ call: FailedCall) {
        let straight = call.message.replacing("\u{2018}", with: "'").replacing("\u{2019}", with: "'")
        guard let mark = straight.lowercased().firstRange(of: "' is named as") else {
            name = nil
            return
        }
        let lower = straight.lowercased()
        let before = lower[..<mark.lowerBound]
        let name = before.lastIndex(of: "'").map { before[before.index(after: $0)...] } ?? ""
        let isName =
            !name.isEmpty && name.utf8.count < 80
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-:_".contains($0)) }
        self.name = isName ? String(name) : nil
    }

    /// Headers that a signature needs: they are to be let through, and not left out.
    private static let needed = ["host", ":authority", "x-amz-", "content-type"]

    var isNeeded: Bool { name.map { name in Self.needed.contains(where: name.hasPrefix) } ?? false }

    var title: String? { name.map { "The signed header '\($0)' did not arrive" } }

    var remedy: Remedy {
        guard let name else {
            return Remedy(
                """
                Keep out of SignedHeaders what does not arrive: sign host, content-type where there is a body, and x-amz-* only. The sentence names the header.
                """)
        }
        if isNeeded {
            return Remedy(
                """
                Send \(name) with the request as it was signed: it is among the SignedHeaders, and no such header arrived. Something between the signer and AWS drops it (a proxy, a gateway's \
                mapping, a library that writes its headers anew): let it pass \(name), or sign behind it.
                """)
        }
        return Remedy(
            """
            Keep \(name) out of SignedHeaders: the client signed it, and it does not arrive, since the browser or HTTP library sends none or another one, or a proxy drops it. Take it out of the headers that \
            are handed to the signer (set it behind the signer where it is needed), or update the client that signs it; host, content-type and x-amz-* are enough. Key and secret are not \
            in question.
            """)
    }
}
