import ArgumentParser
import ConverseAPI
import Diagnosis
import JSONText
import Report
import SigV4
import WireText

/// `doctor sign`: every stage of signing a request, and the request as a curl command.
struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Show every stage of signing a request, and the request as a curl command; no network.",
        discussion: """
            Signs a Converse call with the credentials of the environment (or of the mock, with --mock) and shows the \
            canonical request, the string to sign, the credential scope, the signature and the headers. The session \
            token is always masked; the curl command reads it from the environment.

            The body in --body is sent byte for byte: keep the file with the curl command.

            \(ExitStatusGuide.report)
            """)

    @Option(help: ArgumentHelp("The model id, profile id or ARN of the call.", valueName: "id"))
    var model = DefaultModel.id

    @Option(help: ArgumentHelp("How a colon of the model id goes into the URL: raw or encoded.", valueName: "form"))
    var colon: ColonForm = .raw

    @Option(help: "The request method.")
    var method = "POST"

    @Option(help: ArgumentHelp("Sign this path and query instead of the model's; sent as given.", valueName: "target"))
    var target: String?

    @Option(
        help: ArgumentHelp(
            "A file with the body; - is standard input. Without it, a minimal Converse body.", valueName: "file"),
        completion: .file())
    var body: String?

    @Option(
        name: [.customShort("H"), .long],
        help: ArgumentHelp("Another header to send and sign, as 'Name: value'. May repeat.", valueName: "header"))
    var header: [String] = []

    @Option(help: "The signing service.")
    var service = "bedrock"

    @Option(help: ArgumentHelp("The time to sign at, such as 20260102T030405Z. Default: now.", valueName: "time"))
    var time: String?

    @Option(
        help: ArgumentHelp(
            "Presign: put the signature into the query, valid for this many seconds.", valueName: "seconds"))
    var expires: Int?

    @OptionGroup var endpoint: ServiceOptions
    @OptionGroup var waiting: DeadlineOptions
    @OptionGroup var report: ReportOptions

    /// The two wire forms of a colon.
    enum ColonForm: String, ExpressibleByArgument, CaseIterable {
        case raw
        case encoded

        var modelIDForm: ModelIDForm {
            switch self {
            case .raw: .rawColon
            case .encoded: .percentEncoded
            }
        }
    }

    func validate() throws {
        if endpoint.auth == .bearer {
            throw ValidationError("--auth bearer signs nothing: sign shows the signature of a key pair.")
        }
        if let time, SigningTime(amzDate: time) == nil {
            throw ValidationError(
                "--time takes a time such as 20260102T030405Z, found '\(PrintableText.escaped(time))'.")
        }
        if let expires, !(1...604_800).contains(expires) {
            throw ValidationError("--expires takes 1 to 604800 seconds (7 days), found \(expires).")
        }
        if let target, target.utf8.first != UInt8(ascii: "/") {
            throw ValidationError(
                "--target takes a path that begins with '/', found '\(PrintableText.escaped(target))'.")
        }
        for header in header where !header.contains(":") {
            throw ValidationError("--header takes 'Name: value', found '\(PrintableText.escaped(header))'.")
        }
    }

    func run() async throws {
        let run = CommandRun(
            "sign", report, on: .check(.sign), RunManners(failing: report.failing, deadline: waiting.limit))
        let command = self
        var service = endpoint
        // An API key signs nothing.
        service.auth = .sigv4
        try await run.perform(on: service, text: SigningText.render) { session, collector in
            let obstacles = session.obstacles
            guard obstacles.isEmpty else {
                collector.add(obstacles)
                collector.note("nothing was signed: there is no usable endpoint")
                return
            }
            // The key id is shown in every stage, so what has not the form of one is not signed with: it may be the secret.
            guard let credentials = session.settings.credentials,
                SigningCredentials.isKeyID(credentials.accessKeyID) || Self.isExample(credentials.accessKeyID)
            else {
                collector.add(session.diagnosis.findings.filter { $0.check == .credentials && $0.status != .pass })
                collector.note("nothing was signed: there is no usable key pair")
                return
            }
            collector.expect(checks: [.sign])
            // The body may come from somebody who types it.
            try await abandonedWhenCancelled { collector.add([try command.finding(session, credentials)]) }
        }
    }

    /// Whether a short key id is one of those of the documentation and of the vectors, with which authors compare.
    ///
    /// `AKIDEXAMPLE` is one. No secret consists of capital letters and digits and ends so.
    private static func isExample(_ id: String) -> Bool {
        id.hasSuffix("EXAMPLE")
            && id.utf8.allSatisfy { $0.isUppercaseLetter || $0.isDigit }
    }

    private func finding(_ session: ServiceSession, _ credentials: SigningCredentials) throws -> Finding {
        let place = try session.endpoint()
        let body = try bodyBytes()
        let request = SignableRequest(
            method: method,
            target: place.pathPrefix
                + (target ?? ModelTarget.path(modelID: model, operation: .converse, form: colon.modelIDForm)),
            headers: headers(host: place.authority, hasBody: !body.isEmpty),
            payload: body.isEmpty ? .empty : .bytes(body))
        let time =
            self.time.flatMap { SigningTime(amzDate: $0) }
            ?? WallClock.signingTime
        let options = SigningOptions(location: expires.map { .query(expiresSeconds: $0) } ?? .headers)
        let signed: SignedRequest
        do {
            signed = try Signer().sign(
                request,
                SigningParameters(
                    credentials: credentials, region: session.settings.region.value, service: service, time: time,
                    options: options))
        } catch {
            throw ValidationError("The request cannot be signed: \(error.message)")
        }
        return SigningResult(
            request: request, signed: signed, origin: place.origin, bodyFile: bodyFile(body), validity: validity
        ).finding
    }

    private var validity: SigningResult.Validity {
        if endpoint.mock { return .ended }
        if let expires { return .seconds(expires) }
        return time.map { .around($0) } ?? .fromNow
    }

    private func headers(host: String, hasBody: Bool) -> [HeaderField] {
        let given = header.map { line -> HeaderField in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            let value = line[colon...].dropFirst().drop { $0 == " " }
            return HeaderField(String(line[..<colon]), String(value))
        }
        var headers = given.contains { $0.isNamed("host") } ? [] : [HeaderField("Host", host)]
        if hasBody, !given.contains(where: { $0.isNamed("content-type") }) {
            headers.append(HeaderField("Content-Type", "application/json"))
        }
        return headers + given
    }

    /// The service takes 25 MB.
    private static let largestBody = 32 << 20

    private func bodyBytes() throws(InputProblem) -> [UInt8] {
        guard let body else { return method == "POST" ? ProbeBody.converse : [] }
        return body == "-"
            ? try FileSystem.readStandardInput(upTo: Self.largestBody)
            : try FileSystem.read(body, upTo: Self.largestBody)
    }

    /// How curl is to take the body: from the file, or as text.
    private func bodyFile(_ bytes: [UInt8]) -> SigningResult.Body {
        if bytes.isEmpty { return .none }
        guard let body else { return .text(String(decoding: bytes, as: UTF8.self)) }
        return body == "-" ? .standardInput : .file(body)
    }
}
