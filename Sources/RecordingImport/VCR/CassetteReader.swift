import JSONText
import Recordings
import WireText

/// Walks a cassette and makes its Converse exchanges.
struct CassetteReader {
    private(set) var ignored = IgnoredParts()
    private(set) var version = "1"
    /// The day of the first exchange that says when it was.
    private(set) var day: String?

    /// The Converse exchanges in file order.
    mutating func exchanges(_ root: CassetteNode) throws(CassetteFault) -> [Exchange] {
        guard case .mapping(let entries) = root.content else {
            throw CassetteFault(.root, root, expected: "a mapping with interactions")
        }
        var interactions: (path: JSONPath, node: CassetteNode)?
        for entry in entries {
            switch entry.name {
            case "interactions", "http_interactions":
                interactions = (JSONPath.root.appending(entry.name), entry.value)
            case "version", "recorded_with": version = entry.value.text ?? version
            default: ignored.addMember(entry.name)
            }
        }
        guard let interactions else {
            let names = entries.map(\.name).joined(separator: ", ")
            throw CassetteFault(
                .root, root.place, expected: "a member \"interactions\"", found: "a mapping with \(names)")
        }
        if interactions.node.isNull { return [] }
        guard case .sequence(let list) = interactions.node.content else {
            throw CassetteFault(interactions.path, interactions.node, expected: "a list of interactions")
        }
        var exchanges: [Exchange] = []
        for (index, node) in list.enumerated() {
            if let exchange = try exchange(node, at: interactions.path.appending(index)) { exchanges.append(exchange) }
        }
        return exchanges
    }

    private mutating func exchange(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> Exchange? {
        guard case .mapping(let entries) = node.content else {
            throw CassetteFault(path, node, expected: "a mapping with request and response")
        }
        for entry in entries where entry.name != "request" && entry.name != "response" { ignored.addMember(entry.name) }
        let request = try member("request", of: node, at: path)
        let response = try member("response", of: node, at: path)
        let requestPath = path.appending("request")
        guard let address = request["uri"] ?? request["url"] else {
            throw CassetteFault(requestPath, request.place, expected: "a member \"uri\"", found: request.memberNames)
        }
        let uri = RequestURI(try text(address, at: requestPath.appending("uri")))
        let method = try text(try member("method", of: request, at: requestPath), at: requestPath.appending("method"))
        guard ConverseTarget(target: uri.target) != nil else {
            if uri.isBedrock {
                ignored.addOperation("\(method) \(uri.operation)")
            } else {
                ignored.addHost(uri.host ?? uri.operation)
            }
            return nil
        }
        return Exchange(
            request: try self.request(request, method: method, uri, at: requestPath),
            response: try self.response(response, uri, at: path.appending("response")))
    }

    private mutating func request(
        _ node: CassetteNode, method: String, _ uri: RequestURI, at path: JSONPath
    ) throws(CassetteFault) -> RecordedRequest {
        let headers = try CassetteHeaders.read(node["headers"], at: path.appending("headers"))
        day = day ?? headers.text(of: "x-amz-date").flatMap(RecordedDay.amz)
        let body = try CassetteBody.read(node, headers, at: path)
        remark(body, at: path)
        return RecordedRequest(
            method: method.uppercased(), target: uri.target, host: uri.host, headers: headers, body: body.recorded())
    }

    private mutating func response(
        _ node: CassetteNode, _ uri: RequestURI, at path: JSONPath
    ) throws(CassetteFault) -> RecordedResponse {
        let headers = try CassetteHeaders.read(node["headers"], at: path.appending("headers"))
        day = day ?? headers.text(of: "date").flatMap(RecordedDay.http)
        let status = try CassetteStatus.read(node, at: path)
        let body = try CassetteBody.read(node, headers, at: path)
        remark(body, at: path)
        let stream = StoredBody.isEventStream(headers) || body.holdsStream ? body.recordedStream() : nil
        if let remark = stream?.remark { ignored.addRemark("\(path.appending("body")): \(remark)") }
        return RecordedResponse(status: status, headers: headers, body: stream?.body ?? body.recorded())
    }

    private mutating func remark(_ body: CassetteBody, at path: JSONPath) {
        for remark in body.remarks { ignored.addRemark("\(path): \(remark)") }
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
