import JSONText
import Recordings
import WireText

/// Walks a cassette and takes its Converse exchanges.
struct CassetteReader {
    private(set) var calls = ConverseCalls()
    private(set) var dialect = CassetteDialect()

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
        var interactions: (path: JSONPath, node: CassetteNode)?
        for entry in entries {
            switch entry.name {
            case "interactions", "http_interactions":
                interactions = (JSONPath.root.appending(entry.name), entry.value)
            case "version", "recorded_with": continue
            default: calls.ignored.addMember(entry.name)
            }
        }
        guard let interactions else {
            let names = entries.map(\.name).joined(separator: ", ")
            throw CassetteFault(
                .root, root.place, expected: "a member \"interactions\"", found: "a mapping with \(names)")
        }
        if interactions.node.isNull { return }
        guard case .sequence(let list) = interactions.node.content else {
            throw CassetteFault(interactions.path, interactions.node, expected: "a list of interactions")
        }
        for (index, node) in list.enumerated() { try take(node, at: interactions.path.appending(index)) }
    }

    private mutating func take(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) {
        guard case .mapping(let entries) = node.content else {
            throw CassetteFault(path, node, expected: "a mapping with request and response")
        }
        for entry in entries where !["request", "response"].contains(entry.name) && !dialect.isLabel(entry.name) {
            calls.ignored.addMember(entry.name)
        }
        let request = try member("request", of: node, at: path)
        let response = try member("response", of: node, at: path)
        let requestPath = path.appending("request")
        guard let address = request["uri"] ?? request["url"] else {
            throw CassetteFault(requestPath, request.place, expected: "a member \"uri\"", found: request.memberNames)
        }
        var uri = RequestURI(try text(address, at: requestPath.appending("uri")))
        // A recorder on the side of the server has the address without its host.
        if uri.host == nil {
            uri = RequestURI(host: request["host"]?.text.flatMap { $0.isEmpty ? nil : $0 }, target: uri.target)
        }
        let method = try text(try member("method", of: request, at: requestPath), at: requestPath.appending("method"))
        guard calls.takes(method, uri) else { return }
        let responsePath = path.appending("response")
        let call = StoredCall(
            method: method, uri: uri, request: try message(request, at: requestPath),
            status: try CassetteStatus.read(response, at: responsePath),
            response: try message(response, at: responsePath))
        do throws(BrokenBody) {
            try calls.add(call)
        } catch {
            let (node, path) = error.side == .request ? (request, requestPath) : (response, responsePath)
            throw CassetteFault(
                path.appending("body"), node["body"]?.place, expected: "a compressed body", found: error.reason)
        }
    }

    private func message(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> StoredCall.Message {
        StoredCall.Message(
            headers: try CassetteHeaders.read(node["headers"], at: path.appending("headers")),
            content: try CassetteBody.read(node, at: path), place: path.description)
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
