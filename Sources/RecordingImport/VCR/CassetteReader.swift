import JSONText
import Recordings
import WireText

/// Walks a cassette and takes its Converse exchanges.
struct CassetteReader {
    private(set) var calls = ConverseCalls()
    private(set) var dialect = CassetteDialect()

    private static let lists = ["interactions", "http_interactions"]

    /// - Parameter remarks: What the file's own reader has to say of it.
    init(remarks: [String]) {
        for remark in remarks { calls.ignored.addRemark(remark) }
    }

    /// Takes the exchanges in file order.
    mutating func read(_ root: CassetteNode) throws(CassetteFault) {
        guard case .mapping(let entries) = root.content else {
            throw CassetteFault(.root, root, expected: "a mapping with interactions")
        }
        dialect = CassetteDialect(root)
        guard let interactions = entries.last(where: { Self.lists.contains($0.name) }) else {
            throw CassetteFault(
                .root, root.place, expected: "a member \"interactions\"", found: root.memberNames)
        }
        try dialect.form.check(root, &calls.ignored)
        let (path, node) = (JSONPath.root.appending(interactions.name), interactions.value)
        if node.isNull { return }
        guard case .sequence(let list) = node.content else {
            throw CassetteFault(path, node, expected: "a list of interactions")
        }
        for (index, node) in list.enumerated() { try take(node, at: path.appending(index)) }
    }

    private mutating func take(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) {
        guard case .mapping = node.content else {
            throw CassetteFault(path, node, expected: "a mapping with request and response")
        }
        let request = try member("request", of: node, at: path)
        let response = try member("response", of: node, at: path)
        let requestPath = path.appending("request")
        let name = request["uri"] == nil && request["url"] != nil ? "url" : dialect.address
        let address = try member(name, of: request, at: requestPath)
        var uri = RequestURI(try text(address, at: requestPath.appending(name)))
        // A recorder on the side of the server has the address without its host.
        if uri.host == nil {
            uri = RequestURI(host: request["host"]?.text.flatMap { $0.isEmpty ? nil : $0 }, target: uri.target)
        }
        let method = try text(try member("method", of: request, at: requestPath), at: requestPath.appending("method"))
        guard calls.takes(method, uri) else { return }
        let responsePath = path.appending("response")
        let call = StoredCall(
            method: method, uri: uri,
            request: try message(request, dialect.texts(ofRequest: true), at: requestPath),
            status: try CassetteStatus.read(response, at: responsePath),
            response: try message(response, dialect.texts(ofRequest: false), at: responsePath))
        do throws(BrokenBody) {
            try calls.add(call)
        } catch {
            let (node, path) = error.side == .request ? (request, requestPath) : (response, responsePath)
            throw CassetteFault(
                path.appending("body"), node["body"]?.place, expected: "a compressed body", found: error.reason)
        }
    }

    private func message(
        _ node: CassetteNode, _ texts: [String], at path: JSONPath
    ) throws(CassetteFault) -> StoredCall.Message {
        StoredCall.Message(
            headers: try CassetteHeaders.read(node["headers"], at: path.appending("headers")),
            content: try CassetteBody.read(node, texts: texts, at: path), place: path.description)
    }

    private func member(
        _ name: String, of node: CassetteNode, at path: JSONPath
    ) throws(CassetteFault) -> CassetteNode {
        guard let member = node[name] else {
            throw CassetteFault(path, node.place, expected: "a member \"\(name)\"", found: node.memberNames)
        }
        return member
    }

    private func text(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> String {
        guard let text = node.text, !text.isEmpty else { throw CassetteFault(path, node, expected: "a string") }
        return text
    }
}
