import ArgumentParser
import Conformance
import Converse
import ConverseAPI
import Diagnosis
import HTTPTransport
import MockBedrock
import Recordings
import Report
import SigV4
import UnixSignals
import WireText

/// Stands between a client and an upstream, and records.
struct CaptureRun {
    var service: ServiceOptions
    var host: String
    var port: Int
    /// The file or the directory of the recording.
    var into: String
    /// The client's key pair, where it is not to be made for this run.
    var client: ServedCredential?
    /// The API key that the client sends in place of signatures.
    var clientKey: ServedBearer?
    var tls: TLSOptions
    /// What is sent on beside the usual operations.
    var allowed: [RelayPattern] = []
    var isStrict: Bool
    var command: [String]
    /// How long it captures at most.
    var deadline: Duration?

    /// Captures until a signal comes, or the command ends.
    ///
    /// - Throws: the exit status: that of the command, 130 for an interruption, 1 in strict mode for a client that signs
    ///   wrongly.
    func perform(_ run: CommandRun) async throws {
        try await run.withSession(service) { session in try await capture(session, run.facts) }
    }

    private func capture(_ session: ServiceSession, _ facts: ProcessFacts) async throws {
        let upstream = try upstream(session)
        let file = try CaptureFile(into, at: facts.now)
        let pair = upstream.authorization.credentials
        // Never the upstream's own: whoever knows the client's pair may sign with it, and is sent on.
        let client = self.client ?? .generated()
        let secrets = [
            client.secretAccessKey, client.sessionToken, clientKey?.text, pair.map { Self.text($0.secretAccessKey) },
            pair?.sessionToken.map(Self.text),
        ]
        let book = CaptureBook(
            secrets: secrets.compactMap(\.self) + KnownSecrets(environment: facts.environment).values)
        let (changes, change) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let transport = try session.transport()
        let relay = CaptureRelay(to: upstream, over: transport, into: book) { change.yield() }
        let refusals = RefusedRequests()
        let tls = try ServedTLS(self.tls, host: host, now: facts.now)
        let bundle = try command.isEmpty ? nil : tls.bundle(facts.environment)
        defer { bundle?.remove() }
        let server = try await start(
            relay, [client.mock] + [pair.map(Self.accepted)].compactMap(\.self), keys(session), tls.identity,
            region: upstream.region, refusals)
        // Trapped before anybody can know that the server runs, so that no signal ends it without its recording.
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let writing = Task { await file.keep(book, changes) }
        try StandardStreams.writeResult("listening on \(server.endpoint)\n")
        StandardStreams.log(
            "sending on to \(VisibleText.of(upstream.runtime.description)), "
                + "\(pair == nil ? "with the API key, to" : "signed for") \(upstream.region); "
                + "recording to \(VisibleText.of(file.path))")
        let address = MockAddress(
            endpoint: server.endpoint, region: upstream.region, credential: client, bearer: clientKey,
            authorities: bundle?.path ?? tls.file)
        if command.isEmpty {
            StandardStreams.log(invitation(address))
            if let advice = tls.advice { StandardStreams.log(advice) }
        }
        let program =
            command.isEmpty
            ? nil
            : ClientProcess(command: command, address: address, host: server.host, surroundings: facts.environment)
        let end = await ServingEnd.awaited(program, signals, facts, within: deadline)
        if case .client(let ending) = end, let words = ending.words(command.first ?? "") {
            StandardStreams.log("doctor: " + words)
        }
        let (summary, problem) = await windingDown {
            let summary = await server.shutdown()
            await book.settled()
            await transport.shutdown()
            change.finish()
            writing.cancel()
            await writing.value
            return (summary, file.finish(book))
        }
        StandardStreams.log(text(book, summary, file))
        if !refusals.isEmpty { StandardStreams.log(refusals.description) }
        if let problem { throw problem }
        let outcome = CaptureOutcome(end: end, summary: summary, recorded: book.count)
        try ExitStatus.end(with: outcome.status(strict: isStrict))
    }

    private static func text(_ secret: Secret) -> String { String(decoding: secret.exposedBytes, as: UTF8.self) }

    /// The upstream's pair as one that clients may sign with: who has it needs no capture to use it.
    private static func accepted(_ pair: SigningCredentials) -> MockCredential {
        MockCredential(
            accessKeyID: pair.accessKeyID, secretAccessKey: pair.secretAccessKey, sessionToken: pair.sessionToken)
    }

    /// The API keys that clients may send: the one of this run, and the upstream's, as for key pairs.
    private func keys(_ session: ServiceSession) -> [MockBearerKey] {
        [clientKey?.mock, session.settings.apiKey.map { MockBearerKey($0) }].compactMap(\.self)
    }

    /// How a client joins in: the settings with which its requests are relayed.
    private func invitation(_ address: MockAddress) -> String {
        let client = address.credential
        let trust = address.authorities.map { file in
            "\n  export " + TrustBundle.variables.map { "\($0)=\(ShellWord.quoted(file) ?? "")" }.joined(separator: " ")
        }
        guard self.client == nil else {
            return "sending on what is signed with \(client.words), or in the upstream's name"
        }
        let key =
            clientKey.map {
                $0.isGenerated ? "\n  export \(BedrockAPIKey.variable)=\($0.text)" : "\n  (or bring \($0.words))"
            } ?? ""
        return """
            sending on what is sent in the upstream's name or with this, made for this run:
              export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=\(address.endpoint) AWS_REGION=\(address.region)
              export AWS_ACCESS_KEY_ID=\(client.accessKeyID) AWS_SECRET_ACCESS_KEY=\(client.secretAccessKey)\(key)
              unset AWS_SESSION_TOKEN AWS_PROFILE\(clientKey == nil ? " " + BedrockAPIKey.variable : "")\(trust ?? "")
            """
    }

    private func upstream(_ session: ServiceSession) throws(InputProblem) -> Upstream {
        guard let authorization = session.authorization(in: session.settings.region.value) else {
            throw session.missingAuthorization(to: "sign for the upstream")
        }
        do {
            let region = session.settings.region.value
            return Upstream(
                runtime: try session.endpoint(of: region),
                controlPlane: try session.endpoint(of: region, service: .controlPlane), region: region,
                authorization: authorization
            ) { WallClock.signingTime }
        } catch {
            throw InputProblem(file: "--upstream", message: "\(error)")
        }
    }

    /// How long answers under way may take at the end; whoever stops a capture waits for it.
    private static let shutdownLimit = Duration.milliseconds(1_500)

    private func start(
        _ relay: CaptureRelay, _ credentials: [MockCredential], _ keys: [MockBearerKey], _ identity: ServerIdentity?,
        region: String,
        _ refusals: RefusedRequests
    ) async throws -> MockServer {
        var configuration = MockServerConfiguration(credentials: credentials) {
            WallClock.signingTime
        }
        configuration.host = host
        configuration.port = port
        configuration.bearerKeys = keys
        configuration.identity = identity
        configuration.handshakeFailed = { StandardStreams.log($0.description) }
        configuration.regions = [region]
        configuration.relay = { await relay.relay($0, $1) }
        configuration.limits.shutdown = Self.shutdownLimit
        configuration.relayAdmission = RelayAdmission(allowing: allowed, at: tls.tlsName.map(\.text))
        configuration.log = { entry in
            StandardStreams.log(entry.description)
            refusals.take(entry)
        }
        return try await MockServer.started(configuration)
    }

    private func text(_ book: CaptureBook, _ summary: MockSummary, _ file: CaptureFile) -> String {
        let count = book.count
        let requests = Counted.words(summary.requests, "request")
        let exchanges = Counted.words(count, "exchange")
        let first =
            count == 0
            ? "\(requests), nothing recorded" : "\(requests), \(exchanges) recorded to \(VisibleText.of(file.path))"
        return ([first] + book.notes.map { "note: " + VisibleText.of($0) }).joined(separator: "\n")
    }
}
