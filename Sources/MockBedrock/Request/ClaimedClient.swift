import WireText

/// Which client a request says that it comes from.
enum ClaimedClient: Sendable, Hashable {
    case unnamed
    case named(ClientName)
    /// What it says is no name, or two names; the reason.
    case wrong(String)

    /// The name, or that of a client without one.
    var name: ClientName {
        if case .named(let name) = self { name } else { .unnamed }
    }

    static let header = "x-doctor-client"
    private static let path = Array("/client/".utf8)

    /// Takes the name off the front of a target.
    ///
    /// - Returns: The client, and the target that is left: it begins with a slash.
    static func taken(from target: [UInt8]) -> (client: ClaimedClient, rest: [UInt8]) {
        guard target.starts(with: path) else { return (.unnamed, target) }
        let name = target[path.count...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        // What was to be a name, such as that of a variable which is not set.
        if name.isEmpty, target[name.endIndex...].first == UInt8(ascii: "/") {
            return (
                .wrong("\(ClientName.expected) behind /client/ in the path, found none"),
                Array(target[name.endIndex...])
            )
        }
        // Dot segments are taken away from a path as it is read.
        guard name.contains(where: { $0 != UInt8(ascii: ".") }) else { return (.unnamed, target) }
        let rest = target[name.endIndex...]
        let whole = rest.first == UInt8(ascii: "/") ? Array(rest) : [UInt8(ascii: "/")] + rest
        guard let client = ClientName(String(decoding: name, as: UTF8.self)) else {
            return (.wrong("\(ClientName.expected) behind /client/ in the path"), whole)
        }
        return (.named(client), whole)
    }

    /// The client of a request whose path says this, with what its header says.
    func joined(with headers: [HeaderField]) -> ClaimedClient {
        guard let field = headers.first(where: { $0.isNamed(Self.header) }) else { return self }
        guard let name = ClientName(field.text), headers.count(where: { $0.isNamed(Self.header) }) == 1 else {
            return .wrong("\(ClientName.expected) in one header X-Doctor-Client")
        }
        switch self {
        case .unnamed: return .named(name)
        case .named(name), .wrong: return self
        case .named: return .wrong("expected the same client in the path and in X-Doctor-Client")
        }
    }
}

/// Whether a server keeps its clients apart.
enum ClientSeparation: Sendable {
    case apart
    /// What arrives is handed on as it is, so a name in its path is a part of the path.
    case together
}
