import NIOHTTP1
import WireText

/// Which requests an admin endpoint answers.
///
/// A page in a browser reaches every port of this machine, by a form, an image or a script of its own, and by a name that was
/// bound to this machine's address after the page was loaded (DNS rebinding). It cannot know the secret, and is refused before
/// that is looked at: by `Host`, which it cannot choose, and by `Origin` and `Sec-Fetch-Site`, which the browser sets
/// (Fetch Standard, "Origin header"; Fetch Metadata Request Headers, section 2.4).
struct AdminAdmission: Sendable {
    /// Why a request is not admitted.
    struct Refusal: Error, Sendable, Hashable {
        let status: Int
        let message: String
    }

    let port: Int
    let secret: AdminSecret

    /// What the head of a request asks for.
    ///
    /// - Returns: The path behind the secret and the query, both as sent.
    /// - Throws: ``Refusal``: 403 for what may not ask at all, 404 for what does not know the secret.
    func target(of head: HTTPRequestHead) throws(Refusal) -> (path: Substring, query: Substring) {
        try checkSender(head)
        let uri = head.uri[...]
        let mark = uri.firstIndex(of: "?") ?? uri.endIndex
        guard uri.hasPrefix("/") else { throw .unknown }
        let path = uri[..<mark].dropFirst()
        let name = path.prefix { $0 != "/" }
        // The same for a wrong secret, one without a slash behind it, and none.
        guard secret.isEqual(to: name.utf8), name.endIndex < path.endIndex else { throw .unknown }
        return (path[name.endIndex...].dropFirst(), uri[mark...].dropFirst())
    }

    /// Refuses what a page of another site can send, whatever it asks for.
    private func checkSender(_ head: HTTPRequestHead) throws(Refusal) {
        let hosts = head.headers["host"]
        guard hosts.count == 1, let host = hosts.first?.lowercased(), names.contains(host) else {
            throw Refusal(
                status: 403,
                message: "expected the Host \(names[0]), which is this listener's own; another one may be bound to "
                    + "this machine's address (DNS rebinding)")
        }
        guard head.headers["origin"].allSatisfy({ $0.lowercased() == "http://" + host }) else {
            throw Refusal(
                status: 403, message: "expected no Origin but this listener's own: a page of another site asks")
        }
        guard head.headers["sec-fetch-site"].allSatisfy({ ["same-origin", "none"].contains($0.lowercased()) }) else {
            throw Refusal(
                status: 403, message: "expected Sec-Fetch-Site same-origin or none: a page of another site asks")
        }
        guard !hasBody(head) || isJSON(head) else {
            throw Refusal(status: 403, message: "expected a body with Content-Type: application/json")
        }
    }

    /// The listener's own names; it listens on 127.0.0.1 alone.
    private var names: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// What a form can send has another type, and a script of another site must ask first for this one.
    private func isJSON(_ head: HTTPRequestHead) -> Bool {
        let types = head.headers["content-type"]
        guard types.count == 1, let type = types.first else { return false }
        return type.prefix { $0 != ";" && $0 != " " }.lowercased() == "application/json"
    }

    private func hasBody(_ head: HTTPRequestHead) -> Bool {
        head.headers.contains(name: "transfer-encoding") || head.headers["content-length"].contains { $0 != "0" }
    }
}

extension AdminAdmission.Refusal {
    static let unknown = AdminAdmission.Refusal(status: 404, message: "there is nothing here")
}
