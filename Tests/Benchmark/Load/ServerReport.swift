import JSONText

/// What the mock server reached, as aligned text or JSON.
struct ServerReport: BenchmarkSection {
    let rows: [ServerComparison.Row]

    var text: String {
        var lines = ["mock-server: verified Converse requests a second (body 1 KB, one loop, one core)"]
        lines += rows.map { row in
            var line = "  " + Self.padded(row.name, 12) + Self.left("\(row.connections)", 5) + " connections"
            line += Self.left("\(Int(row.mock.requestsPerSecond))", 8) + "/s, 99 % within \(row.mock.latencyP99) ms"
            switch row.peer {
            case .success(let peer):
                let part = row.mock.requestsPerSecond / peer.requestsPerSecond
                line += "; nginx \(Int(peer.requestsPerSecond))/s: \(Self.hundredths(part)) of it"
                if row.connections == 64 {
                    line += ", budget \(Self.hundredths(1 / ServerComparison.budget)): "
                    line += part * ServerComparison.budget >= 1 ? "met" : "missed"
                }
            case .failure(let absence): line += "; nginx is absent: \(absence.reason)"
            case nil: break
            }
            return line
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                var object: JSONObject = [
                    "name": .string(row.name), "connections": .number(JSONNumber(row.connections)),
                    "requestsPerSecond": .number(JSONNumber(Int(row.mock.requestsPerSecond))),
                    "latencyP99Ms": JSONNumber(row.mock.latencyP99).map { .number($0) } ?? .null,
                ]
                switch row.peer {
                case .success(let peer):
                    object["nginxRequestsPerSecond"] = .number(JSONNumber(Int(peer.requestsPerSecond)))
                    object["ofNginx"] =
                        JSONNumber(row.mock.requestsPerSecond / peer.requestsPerSecond).map { .number($0) } ?? .null
                case .failure(let absence): object["nginxAbsent"] = .string(absence.reason)
                case nil: break
                }
                return .object(object)
            })
    }

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func left(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
