import Glibc
import JSONText

/// The mock server beside nginx: verified requests a second, and what more connections, models or recordings cost.
struct ServerComparison {
    /// The mock is to reach this part of nginx with a fixed answer (at most so many times its time).
    static let budget = 4.0
    /// How far the part of nginx may be less with one number of connections than with another.
    static let flatness = 0.2
    /// At half load 99 of 100 answers are to come within so many milliseconds.
    static let halfLoadBudget = 5.0

    /// The program that serves the mock: this one.
    let program: String
    /// How long each load takes.
    var seconds = 2
    /// How often mock and peer are loaded in turn.
    var rounds = 3

    /// One line of a table.
    struct Row {
        let name: String
        let connections: Int
        let mock: LoadResult
        /// Without a peer, why.
        var peer: Result<LoadResult, Absence>?
    }

    func run() async throws -> [Row] {
        let folder = try TemporaryFolder()
        let port = 20_000 + Int(getpid() % 10_000)
        let configuration = try folder.write("nginx.conf", try Self.nginxConfiguration(port: port, folder: folder.path))
        let fast = LoadGenerator(script: try folder.write("request.lua", try LoadedRequest.script()))
        let paced = LoadGenerator(script: try folder.write("paced.lua", try LoadedRequest.script(pause: Self.pause)))
        var rows: [Row] = []
        try await ServerProcess.with(program, ["serve", "none"], port: nil) { mockPort in
            do {
                try await ServerProcess.with("nginx", ["-c", configuration], port: port) { peerPort in
                    rows = try await self.rows(fast, paced, mockPort, peerPort)
                }
            } catch let absence as Absence {
                rows = try await self.rows(fast, paced, mockPort, nil).map { row in
                    var row = row
                    row.peer = .failure(absence)
                    return row
                }
            }
        }
        for burden in MockProcess.Burden.allCases where burden != .none {
            try await ServerProcess.with(program, ["serve", burden.rawValue], port: nil) { port in
                let mock = try await fast.run(port: port, connections: 64, seconds: seconds)
                rows.append(Row(name: burden.rawValue, connections: 64, mock: mock, peer: nil))
            }
        }
        return rows
    }

    /// How many milliseconds a connection waits at half load.
    private static let pause = 5

    /// The mock at full load by the number of connections, then at half of what it reached; the peer gets the same.
    private func rows(
        _ fast: LoadGenerator, _ paced: LoadGenerator, _ mock: Int, _ peer: Int?
    ) async throws -> [Row] {
        var rows: [Row] = []
        for connections in [64, 1, 8, 256, 1000, 2000] {
            rows.append(try await turns("mock-server", fast, mock, peer, connections))
        }
        let half = Int((rows.first?.mock.requestsPerSecond ?? 0) / 2) * Self.pause / 1000
        rows.append(try await turns("half-load", paced, mock, peer, max(half, 1)))
        return rows
    }

    /// The best of several turns of each: what the machine gives when nobody disturbs.
    private func turns(
        _ name: String, _ load: LoadGenerator, _ mock: Int, _ peer: Int?, _ connections: Int
    ) async throws -> Row {
        var (mine, theirs): (LoadResult?, LoadResult?) = (nil, nil)
        for _ in 0..<rounds {
            if let peer {
                theirs = Self.best(theirs, try await load.run(port: peer, connections: connections, seconds: seconds))
            }
            mine = Self.best(mine, try await load.run(port: mock, connections: connections, seconds: seconds))
        }
        guard let mine else { throw Absence(reason: "there was no turn") }
        return Row(name: name, connections: connections, mock: mine, peer: theirs.map { .success($0) })
    }

    private static func best(_ known: LoadResult?, _ new: LoadResult) -> LoadResult {
        guard let known, known.requestsPerSecond >= new.requestsPerSecond else { return new }
        return known
    }

    private static func nginxConfiguration(port: Int, folder: String) throws(Absence) -> String {
        let file = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return String(decoding: try TemporaryFolder.bytes(ofFile: "/\(file)/nginx.conf"), as: UTF8.self)
            .replacing("@PORT@", with: "\(port)").replacing("@DIRECTORY@", with: folder)
    }
}
