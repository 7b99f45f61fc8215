import Glibc
import JSONText
import SystemPackage

/// `doctor explain` on a large debug log beside `grep`, and what inputs of many kinds cost by their length.
struct ExplainComparison {
    /// What is to be reached: megabytes a second, and megabytes of memory.
    static let budget = (rate: 50.0, memory: 100.0)

    /// The size of the log, in bytes.
    static let size = 200_000_000

    let program: String

    struct Figures {
        /// Megabytes a second of the whole program, its start included.
        let rate: Double
        /// The most memory, in megabytes.
        let memory: Double
        /// The same of `grep`, or why there is none.
        let peer: Result<Double, Absence>
        let curves: [CostCurve]
    }

    func run() throws -> Figures {
        let doctor = try DoctorProgram.path(beside: program)
        let folder = try TemporaryFolder()
        let log = try folder.write("debug.log", size: Self.size, DebugLog.piece)
        let run = try (0..<2).map { _ in try MeasuredRun([doctor, "explain", log]) }
        guard let best = run.min(by: { $0.elapsed < $1.elapsed }), best.status == 1 else {
            throw Absence(reason: "doctor explain did not find the failures of the log")
        }
        let megabytes = Double(Self.size) / 1e6
        let peer: Result<Double, Absence>
        do throws(Absence) {
            // Into a file: where its output goes to /dev/null, grep ends with the first match.
            let output = try folder.write("grep", "")
            let grep = try MeasuredRun(["grep", "AccessDenied", log], output: output)
            peer = .success(megabytes / max(grep.elapsed, 1e-3))
        } catch {
            peer = .failure(error)
        }
        let memory = try MeasuredRun.peakMemory(of: [doctor, "explain", log], folder)
        _ = try folder.write("debug.log", "")
        return Figures(
            rate: megabytes / best.elapsed, memory: memory, peer: peer,
            curves: try CurveInput.all.map { try CostCurve($0, doctor: doctor, folder: folder) })
    }
}

/// A log as botocore writes it with debugging on: calls with their requests and answers, and what its hooks say between.
enum DebugLog {
    /// One call with what follows it; each seventh is refused.
    static func piece(_ number: Int) -> String {
        call(number, isRefused: number.isMultiple(of: 7)) + String(repeating: hook, count: 30)
    }

    static let hook =
        head("hooks")
        + "Event before-parameter-build.bedrock-runtime.Converse: calling handler <function generate_idempotent_uuid at 0x7f0c1d2e3f40>\n"

    private static func head(_ module: String) -> String {
        "2026-11-24 20:26:44,123 - MainThread - botocore.\(module) - DEBUG - "
    }

    static func call(_ number: Int, isRefused: Bool) -> String {
        let (host, path) = ("bedrock-runtime.us-east-1.amazonaws.com", "/model/amazon.nova-micro-v1%3A0/converse")
        let answer =
            isRefused
            ? #"{"message":"User: arn:aws:sts::123456789012:assumed-role/App/session\#(number) is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"}"#
            : #"{"output":{"message":{"role":"assistant","content":[{"text":"Answer \#(number)"}]}},"stopReason":"end_turn"}"#
        return head("endpoint")
            + "Making request for OperationModel(name=Converse) with params: {'url_path': '\(path)', 'query_string': {}, 'method': 'POST', 'headers': {'Content-Type': 'application/json'}, 'body': b'{\"messages\": [{\"role\": \"user\", \"content\": [{\"text\": \"Call \(number)\"}]}]}', 'url': 'https://\(host)\(path)', 'context': {}}\n"
            + head("endpoint")
            + "Sending http request: <AWSPreparedRequest stream_output=False, method=POST, url=https://\(host)\(path), headers={'Content-Type': b'application/json', 'User-Agent': b'Boto3/1.42.1 md/Botocore#1.42.1', 'X-Amz-Date': b'20261124T202644Z', 'Authorization': b'AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20261124/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=\(String(repeating: "0", count: 64))', 'Content-Length': '67'}>\n"
            + "2026-11-24 20:26:44,124 - MainThread - urllib3.connectionpool - DEBUG - https://\(host):443 \"POST \(path) HTTP/1.1\" \(isRefused ? 403 : 200) \(answer.utf8.count)\n"
            + head("parsers")
            + "Response headers: {'Date': 'Tue, 24 Nov 2026 20:26:44 GMT', 'Content-Type': 'application/json', 'x-amzn-RequestId': '5f0a6a0c-8a52-4b52-9f43-1f7a4ad4f0a1'\(isRefused ? ", 'x-amzn-ErrorType': 'AccessDeniedException'" : "")}\n"
            + head("parsers") + "Response body:\nb'\(answer)'\n"
    }
}

extension ExplainComparison.Figures: BenchmarkSection {
    var text: String {
        let budget = ExplainComparison.budget
        var lines = [
            "explain: a debug log of \(ExplainComparison.size / 1_000_000) MB, the whole program",
            "  \(Int(rate)) MB/s, budget \(Int(budget.rate)): \(rate >= budget.rate ? "met" : "missed")",
            "  \(Int(memory)) MB of memory, budget \(Int(budget.memory)): \(memory <= budget.memory ? "met" : "missed")",
        ]
        switch peer {
        case .success(let peer): lines.append("  grep for one word: \(Int(peer)) MB/s")
        case .failure(let absence): lines.append("  grep is absent: \(absence.reason)")
        }
        lines.append("  milliseconds of the processor by length; linear unless marked")
        lines += curves.map(\.line)
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        var object: JSONObject = [
            "megabytesPerSecond": .number(JSONNumber(Int(rate))), "memoryMegabytes": .number(JSONNumber(Int(memory))),
            "curves": .array(curves.map(\.json)),
        ]
        switch peer {
        case .success(let peer): object["grepMegabytesPerSecond"] = .number(JSONNumber(Int(peer)))
        case .failure(let absence): object["grepAbsent"] = .string(absence.reason)
        }
        return .object(object)
    }
}
