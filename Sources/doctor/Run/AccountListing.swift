import Catalog
import Converse
import ConverseAPI
import Diagnosis
import Evidence
import HTTPTransport
import JSONText
import Report
import ServerClock
import SigV4
import WireText

/// Asks the account's control plane which models and profiles each region has: ListFoundationModels, then
/// ListInferenceProfiles in pages.
///
/// Both only read, and are free (<https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html>).
struct AccountListing {
    let session: ServiceSession
    let transport: HTTPTransport
    let catalog: ModelCatalog
    let limit: RequestLimit
    let timeLimit: Duration

    /// More pages than this are not a list of profiles.
    private static let mostPages = 50

    /// The requests that a region takes, as far as can be said beforehand.
    static let requestsPerRegion = 2

    /// Why a region gave no list.
    private enum Failure: Error {
        case refused([Finding])
        case failed(String)
        case limited
    }

    /// The lists of the regions that answered; of the others the collector gets the reason.
    func listings(_ regions: [String], _ collector: ReportCollector) async throws -> [RegionListing] {
        var listings: [RegionListing] = []
        for region in regions {
            try Task.checkCancellation()
            do throws(Failure) {
                listings.append(try await listing(region))
            } catch {
                try Task.checkCancellation()
                let place = PrintableText.escaped(region, limit: 60)
                switch error {
                case .refused(let findings):
                    collector.add(
                        findings.map { finding in
                            var finding = finding
                            finding.title += " (\(place))"
                            return finding
                        })
                case .failed(let reason): collector.note("\(place) gave no list: \(reason)")
                case .limited:
                    collector.note(
                        "--max-requests \(limit.most ?? 0) was reached: \(place) and what follows it was not asked")
                    return listings
                }
            }
        }
        return listings
    }

    private func listing(_ region: String) async throws(Failure) -> RegionListing {
        let models = try await get("/foundation-models", in: region)
        guard let summaries = models["modelSummaries"]?.arrayValue else {
            throw .failed("the answer has no modelSummaries")
        }
        var profiles: [JSONValue] = []
        var seen: Set<String> = []
        var token: String?
        repeat {
            // In the order of their names, as the signature wants them.
            let query =
                "?maxResults=1000"
                + (token.map {
                    "&nextToken=" + String(decoding: PercentCoding.encode(Array($0.utf8).span), as: UTF8.self)
                } ?? "") + "&type=SYSTEM_DEFINED"
            let page = try await get("/inference-profiles" + query, in: region)
            profiles += page["inferenceProfileSummaries"]?.arrayValue ?? []
            token = page["nextToken"]?.stringValue
            if let token, !seen.insert(token).inserted || seen.count > Self.mostPages {
                throw .failed("the pages of the profiles do not end")
            }
        } while token != nil
        return RegionListing(region: region, summaries: summaries, profiles: profiles)
    }

    private func get(_ target: String, in region: String) async throws(Failure) -> JSONValue {
        guard limit.take() else { throw .limited }
        let exchange: SignedExchange
        do {
            exchange = try await client(region).send(method: "GET", target: target)
        } catch {
            throw .failed("\(error)")
        }
        if let foreign = ForeignAnswer(status: exchange.status, headers: exchange.headers, body: exchange.body) {
            throw .refused([notFromService(foreign, region)])
        }
        guard (200..<300).contains(exchange.status) else {
            let diagnosis = ErrorDiagnosis(
                ServiceAnswer(
                    status: exchange.status, headers: exchange.headers,
                    content: .body(exchange.body), region: region,
                    operation: target.hasPrefix("/foundation") ? "ListFoundationModels" : "ListInferenceProfiles",
                    signer: .doctor), catalog: catalog)
            throw .refused(diagnosis.findings(check: .catalog))
        }
        guard let value = try? JSONValue(parsing: exchange.body), value.objectValue != nil else {
            throw .failed("the answer is not a JSON object")
        }
        return value
    }

    /// The finding where something else answers at the control plane's address.
    private func notFromService(_ foreign: ForeignAnswer, _ region: String) -> Finding {
        guard let endpoint = try? session.endpoint(of: region, service: .controlPlane) else {
            return Finding(
                code: ForeignAnswer.code, check: .catalog, status: .fail, detail: foreign.description,
                confidence: .certain)
        }
        return NetworkCheck.finding(
            NetworkFacts(
                outcome: .foreign(foreign), scheme: endpoint.scheme.rawValue, host: endpoint.host, port: endpoint.port,
                region: region, durationMs: 0))
    }

    /// One client a region; throttling is waited out, since nothing is measured here.
    private func client(_ region: String) throws -> ConverseClient {
        guard let authorization = session.authorization(in: region) else {
            throw NoCredentials(description: session.lackOfAuthorization)
        }
        return ConverseClient(
            ConverseClientConfiguration(
                endpoint: try session.endpoint(of: region, service: .controlPlane), region: region,
                authorization: authorization,
                clock: ClientClock(wall: { WallClock.signingTime }),
                retry: RetryPolicy(maxAttempts: 4, deadline: timeLimit),
                timeouts: TransportTimeouts(connect: timeLimit, firstByte: timeLimit, total: timeLimit),
                skew: SkewPolicy(correction: .disabled)),
            transport: transport)
    }
}
