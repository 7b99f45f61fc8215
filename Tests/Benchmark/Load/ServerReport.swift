import JSONText

/// What the mock server reached, as aligned text or JSON.
struct ServerReport: CurveSection {
    let rows: [ServerComparison.Row]

    var text: String {
        var lines = ["mock-server: verified Converse requests a second (body 1 KB, one loop, one core)"]
        lines += rows.map { row in
            var line =
                "  " + FigureText.padded(row.name, 12) + FigureText.left("\(row.connections)", 5) + " connections"
            line +=
                FigureText.left("\(Int(row.mock.requestsPerSecond))", 8)
                + "/s, 99 % within \(Self.milliseconds(row.mock)) ms"
            switch row.peer {
            case .success(let peer):
                line += "; nginx \(Int(peer.requestsPerSecond))/s"
                line += row.name == "half-load" ? Self.latency(row, peer) : Self.part(row, peer)
            case .failure(let absence): line += "; nginx is absent: \(absence.reason)"
            case nil: break
            }
            return line
        }
        if let flatness { lines.append("  " + flatness) }
        return lines.joined(separator: "\n")
    }

    /// How much of nginx the mock is, from as many connections on as keep both busy.
    ///
    /// More connections cost every server time, in the system and in the caches: what the mock loses beyond that is its own.
    /// With one connection each waits for the client more than it works.
    private var parts: [(connections: Int, part: Double)] {
        rows.filter { $0.name == "mock-server" && $0.connections > 1 }.compactMap { row in
            (try? row.peer?.get()).map { (row.connections, row.mock.requestsPerSecond / $0.requestsPerSecond) }
        }
    }

    private var flatness: String? {
        let (sizes, parts) = (parts.map(\.connections), parts.map(\.part))
        guard let fewest = sizes.min(), let most = sizes.max(), let least = parts.min(), let largest = parts.max()
        else {
            return nil
        }
        let budget = ServerComparison.flatness
        return
            "from \(fewest) to \(most) connections, \(FigureText.fixed(least, 2)) to \(FigureText.fixed(largest, 2)) of nginx; "
            + "budget \(FigureText.fixed(budget * 100, 0)) % apart: \(least >= largest * (1 - budget) ? "met" : "missed")"
    }

    private static func milliseconds(_ load: LoadResult) -> String { FigureText.short(load.latencyP99) }

    private static func part(_ row: ServerComparison.Row, _ peer: LoadResult) -> String {
        let part = row.mock.requestsPerSecond / peer.requestsPerSecond
        var text = ": \(FigureText.fixed(part, 2)) of it"
        if row.connections == 64 {
            text += ", budget \(FigureText.fixed(1 / ServerComparison.budget, 2)): "
            text += part * ServerComparison.budget >= 1 ? "met" : "missed"
        }
        return text
    }

    private static func latency(_ row: ServerComparison.Row, _ peer: LoadResult) -> String {
        let budget = ServerComparison.halfLoadBudget
        return ", 99 % within \(Self.milliseconds(peer)) ms; budget \(FigureText.fixed(budget, 0)) ms: "
            + (row.mock.latencyP99 <= budget ? "met" : "missed")
    }

    var curves: [GrowthCurve] {
        let points = rows.filter { $0.name == "mock-server" }.sorted { $0.connections < $1.connections }.map {
            (size: Double($0.connections), cost: $0.mock.requestsPerSecond)
        }
        return [GrowthCurve(measure: "connections", cost: "requests a second", points: points)]
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                var object: JSONObject = [
                    "name": .string(row.name), "connections": .number(JSONNumber(row.connections)),
                    "requestsPerSecond": .number(JSONNumber(Int(row.mock.requestsPerSecond))),
                    "latencyP99Ms": FigureText.number(row.mock.latencyP99),
                ]
                switch row.peer {
                case .success(let peer):
                    object["nginxRequestsPerSecond"] = .number(JSONNumber(Int(peer.requestsPerSecond)))
                    object["nginxLatencyP99Ms"] = FigureText.number(peer.latencyP99)
                    object["ofNginx"] = FigureText.number(row.mock.requestsPerSecond / peer.requestsPerSecond)
                case .failure(let absence): object["nginxAbsent"] = .string(absence.reason)
                case nil: break
                }
                return .object(object)
            })
    }
}
