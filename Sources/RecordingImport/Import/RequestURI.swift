/// The parts of a recorded address, kept as they were sent.
struct RequestURI: Hashable {
    /// The host with its port; nil if the address is a path alone.
    let host: String?
    /// Path and query as sent, never empty.
    let target: String

    /// An address in its parts.
    init(host: String?, target: String) {
        self.host = host
        self.target = target.hasPrefix("/") ? target : "/" + target
    }

    init(_ text: String) {
        let address = text.prefix { $0 != "#" }
        guard let separator = address.firstRange(of: "://") else {
            host = nil
            target = address.hasPrefix("/") ? String(address) : "/" + address
            return
        }
        let rest = address[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        // A user name and password before the host are not part of it.
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init)
        // Some tools write the port that goes without saying; a request's Host does not have it.
        let port = address[..<separator.lowerBound].lowercased() == "https" ? ":443" : ":80"
        host = place.map { $0.hasSuffix(port) ? String($0.dropLast(port.count)) : $0 }
        let path = rest[authority.endIndex...]
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// Whether a request can have it: neither blanks nor control characters stand in the address of one (RFC 9112, section 3.2).
    var isSendable: Bool { ((host ?? "") + target).utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } }

    /// Whether it is Bedrock's by its host, or by a path as behind a gateway: `…/model/ID/OPERATION`.
    var isBedrock: Bool { host?.contains("bedrock") ?? false || operation.contains("/model/{modelId}/") }

    /// The path without its query, with a model id left out.
    var operation: String {
        let segments = target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        guard let model = segments.firstIndex(of: "model"), model + 2 < segments.count else {
            return segments.joined(separator: "/")
        }
        return (segments[...model] + ["{modelId}"] + segments[(model + 2)...]).joined(separator: "/")
    }
}
