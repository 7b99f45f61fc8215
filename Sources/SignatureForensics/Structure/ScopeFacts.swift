import Catalog
import Codes
import SigV4
import WireText

extension StructureFacts {
    /// What is wrong with the scope that the credential names.
    mutating func scope() {
        guard !claim.scope.isEmpty, claim.scheme == StringToSign.algorithm else { return brokenCredential() }
        let scope = claim.scope
        if let day = claim.time?.dateStamp ?? claim.dateText.map({ String(decoding: $0.prefix(8), as: UTF8.self) }),
            scope[0] != day, claim.time != nil
        {
            decisive.append(
                finding(.scopeDate, "The scope's date is \(scope[0]), and the signed time's is \(day)."))
        }
        guard scope.count == 4 else {
            decisive.append(
                finding(
                    .scopeParts,
                    "The scope has \(scope.count) parts where there are four: date, region, service, aws4_request."))
            return
        }
        let regions = expectedRegions
        sellingPartner(scope[1])
        if !regions.isEmpty, !regions.contains(scope[1]) {
            decisive.append(
                finding(
                    .scopeRegion,
                    "The scope names the region '\(shown(scope[1]))', and the endpoint serves "
                        + "\(regions.sorted().joined(separator: ", "))."
                        + (isLabel(scope[1])
                            ? " It is a part of the host's name, and not the one with the region." : "")))
        }
        if let service = forensicCase.service, scope[2] != service {
            decisive.append(
                finding(
                    .scopeService,
                    "The scope names the service '\(shown(scope[2]))', and the signing name is '\(service)'."
                ))
        } else if scope[3] != CredentialScope.terminator {
            decisive.append(
                finding(.scopeService, "The scope ends in '\(shown(scope[3]))', and it must end in 'aws4_request'."))
        }
    }

    /// The Selling Partner API, each of whose hosts is signed for one region.
    ///
    /// It takes requests without a signature, too, so that another region need not be why it refused.
    private mutating func sellingPartner(_ region: String) {
        let host = request.values(of: "host").first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let area = SellingPartnerHost.area(in: host), area.region != region else { return }
        decisive.append(
            finding(
                .scopeRegion, .likely,
                "The scope names the region '\(shown(region))', and the Selling Partner API's host of \(area.name) is signed for \(area.region)."
            ))
    }

    /// A credential of which only the key id, or a piece of the scope, can be read: its slashes are gone.
    private mutating func brokenCredential() {
        guard claim.scheme == StringToSign.algorithm, claim.scope.isEmpty,
            let id = claim.keyID.utf8.firstRange(of: "AKIA".utf8) ?? claim.keyID.utf8.firstRange(of: "ASIA".utf8),
            id.lowerBound == claim.keyID.startIndex, claim.keyID.contains("aws4_request")
        else { return }
        decisive.append(
            finding(
                .scopeParts,
                "The credential reads '\(shown(claim.keyID))...': there are no slashes between key id, date, region, service and aws4_request\(claim.isPresigned ? "; in a URL each is %2F" : "")."
            ))
    }

    /// Whether a region that is none was cut out of the host.
    private func isLabel(_ region: String) -> Bool {
        guard !RegionCatalog.isWellFormed(region), let host = request.values(of: "host").first else { return false }
        return String(decoding: host, as: UTF8.self).split(separator: ".").contains { $0 == region }
    }

    private func shown(_ text: String) -> String { VisibleBytes.text(Array(text.utf8.prefix(64))) }

    /// The regions of the endpoint: those that the caller names, else that of an AWS host.
    private var expectedRegions: Set<String> {
        guard forensicCase.regions.isEmpty else { return forensicCase.regions }
        let host = request.values(of: "host").first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard host.contains(".amazonaws.com") || host.hasSuffix(".api.aws") else { return [] }
        return Set(host.split(separator: ".").filter { RegionCatalog.isWellFormed($0) }.map(String.init))
    }
}
