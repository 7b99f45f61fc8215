import ArgumentParser
import Conformance
import JSONText
import Report
import SigV4

/// `doctor conformance adapter`: doctor's own signer, verifier and client, spoken to as everybody else's.
struct ConformanceAdapterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adapter",
        abstract: "Be an adapter: put doctor's own signer, verifier or client behind the protocol.",
        discussion: """
            It reads cases from standard input and answers on standard output, until `{"end":true}` or the end of the input.
            """)

    @Argument(help: "What to be: signer, verifier or client.")
    var role: AdapterRole

    func run() async throws {
        switch role {
        case .signer, .verifier:
            let adapter = OwnAdapter(role, version: ToolVersion.current)
            try await answer(adapter.hello) { adapter.answer($0) }
        case .client:
            let client = try OwnClient(
                version: ToolVersion.current, wall: { WallClock.signingTime },
                keeping: KeptAuthorities.file(in: ProcessFacts.read().environment))
            try await answer(client.hello) { await client.answer($0) }
            await client.close()
        }
    }

    private func answer(_ hello: JSONValue, _ answer: ([UInt8]) async -> JSONValue?) async throws {
        try StandardStreams.writeResult(hello.text(.compact) + "\n")
        while let line = readLine(strippingNewline: true) {
            guard let answer = await answer(Array(line.utf8)) else { continue }
            try StandardStreams.writeResult(answer.text(.compact) + "\n")
        }
    }
}

extension AdapterRole: ExpressibleByArgument {}
