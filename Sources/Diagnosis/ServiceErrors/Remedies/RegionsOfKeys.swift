import Catalog
import Evidence
import JSONText
import Report

/// What to do where keys are unknown in some regions only: new keys are unknown there as well.
extension FailedCall {
    var failingRegions: FailingRegions { FailingRegions(shown) }

    /// Regions that an account must enable, of which a log names each.
    var regionsToEnable: Remedy? {
        let regions = failingRegions
        guard regions.areOptIn else { return nil }
        let names = Enumeration.words(Array(regions.refused.prefix(8)))
        let others = regions.passed.sorted().prefix(3)
        let good =
            others.isEmpty
            ? "" : " The same keys are taken in \(Enumeration.words(Array(others))), so nothing is wrong with them."
        let isOne = regions.refused.count == 1
        guard regions.areProved else {
            return Remedy(
                """
                See whether the account has enabled \(names) (console, Account, AWS Regions): these are regions that an account has to enable, and until then AWS knows no key there. Enable them, or leave them out of the regions that the program goes through. \
                If they are enabled, or the same keys fail in us-east-1 as well, the keys are wrong or old.
                """,
                command:
                    "aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT --query 'Regions[].RegionName'"
            ).about(.shown)
        }
        return Remedy(
            """
            Leave \(names) out of the regions that the program goes through (its own list, such as --region), or enable \(isOne ? "it" : "them") for the account (console, Account, AWS Regions): \
            \(isOne ? "it is a region" : "these are regions") that an account has to enable, and until then AWS knows no key there.\(good) New keys change nothing.
            """,
            command: regions.refused.first.map {
                isOne
                    ? "aws account get-region-opt-status --region-name \($0)"
                    : "aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT --query 'Regions[].RegionName'"
            }
        ).about(.shown)
    }

    /// Regions in a list that no keys of a usual account reach.
    var regionsToLeaveOut: Remedy? {
        guard let beyond = failingRegions.beyond else { return nil }
        let foreign =
            beyond.foreign.isEmpty
            ? ""
            : " \(Enumeration.words(beyond.foreign)) \(beyond.foreign.count == 1 ? "belongs" : "belong") to another partition (China, GovCloud), with accounts and keys of its own."
        let disabled =
            beyond.disabled.isEmpty
            ? ""
            : " \(Enumeration.words(beyond.disabled)) \(beyond.disabled.count == 1 ? "has" : "have") to be enabled for the account first."
        return Remedy(
            """
            Leave out of the list of regions what these keys do not reach; each region in it that does not know them answers in these words, however new they are.\(foreign)\(disabled) \
            Let the list have only what the account has enabled.
            """,
            command:
                "aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT --query 'Regions[].RegionName'"
        ).about(.shown)
    }

    /// What to do about a region that an account must enable: elsewhere the same keys are good.
    ///
    /// A session from AWS STS's global endpoint is valid in the regions that are on by default only
    /// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html>).
    var tokenOfOtherRegions: Remedy? {
        let refused = failingRegions.refused
        let only = refused.count == 1 ? refused.first : nil
        guard let name = answer.region ?? details.region ?? only, FailingRegions.mustBeEnabled(name) else { return nil }
        let around = shown.lowercased()
        let isOfRole = ["role_arn", "source_profile", "assumerole", "assumed-role", "sso_session"].contains(
            where: around.contains)
        guard isOfRole else {
            return Remedy(
                """
                \(name) is a region that an account has to enable: see first that it is enabled, and that the session does not come from the global \
                endpoint of AWS STS, whose tokens are good in the other regions only. Sign in by a regional endpoint (AWS_STS_REGIONAL_ENDPOINTS=regional), \
                or let an administrator make tokens of the global endpoint valid everywhere.
                """,
                command: "aws account get-region-opt-status --region-name \(name)"
            ).about(.shown)
        }
        return Remedy(
            """
            Let the program get the role's session from a regional endpoint of AWS STS (AWS_STS_REGIONAL_ENDPOINTS=regional, or update it: newer SDKs do so by themselves): \(name) is a region that an account has to enable, and tokens of the global \
            endpoint are good in the other regions only, so that another program with the same profile may get through. Or let an administrator make tokens of the global endpoint valid everywhere \
            (aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token); and see that the region is enabled at all.
            """,
            command: "export AWS_STS_REGIONAL_ENDPOINTS=regional"
        ).about(.shown)
    }
}
