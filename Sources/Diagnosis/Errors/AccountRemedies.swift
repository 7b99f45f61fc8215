import Codes
import Report

extension ErrorRemedies {
    /// The gates of an account.
    var account: [Remedy]? {
        switch code {
        case .modelAccessNotGranted:
            [
                Remedy(
                    """
                    Open the model in the Bedrock console of this region (Model catalog) and accept its \
                    terms; access may take two minutes to arrive.
                    """
                ),
                availability("See which gate is closed: agreement, authorization, entitlement or region."),
                everywhere("Access may exist in another region: probe them."),
            ].compactMap { $0 }
        case .useCaseFormMissing:
            [
                Remedy(
                    """
                    Submit Anthropic's first-use form once for the account: Bedrock console, Model catalog, \
                    any Anthropic model, Submit use case details. It takes effect within about 15 minutes.
                    """
                ),
                Remedy(
                    """
                    See whether a form is on file. If it is, the agreement is the gate that is missing: the \
                    text is the same.
                    """,
                    .aws("bedrock get-use-case-for-model-access --region \(region)")),
            ]
        case .marketplaceSubscription:
            [
                Remedy(
                    """
                    Let somebody with the Marketplace permissions call the model once; after that nobody \
                    needs them. The policy:
                    """
                        + #" {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["aws-marketplace:Subscribe","aws-marketplace:ViewSubscriptions"],"Resource":"*"}]}"#
                ),
                availability("See the state of the agreement."),
                Remedy(
                    "Amazon's own models are not sold through the Marketplace: try one.",
                    check("amazon.nova-micro-v1:0")),
            ].compactMap { $0 }
        case .marketplaceSubscriptionPending:
            [
                Remedy(
                    """
                    Wait up to 15 minutes: the first call started the subscription, and calls may come and \
                    go until it is complete.
                    """
                ),
                availability("See whether it is complete."),
            ].compactMap { $0 }
        case .marketplacePayment:
            [
                Remedy(
                    """
                    Set a valid credit or debit card as the default in the Billing console (Payment \
                    preferences), then wait as long as the message says, 2 to 15 minutes.
                    """
                ),
                Remedy(
                    "Amazon's own models need no Marketplace subscription.",
                    check("amazon.nova-micro-v1:0")),
            ]
        case .accountVerificationPending:
            [
                Remedy(
                    """
                    The account is new: wait until AWS has verified it, usually some hours; write to \
                    aws-verification@amazon.com if it lasts longer.
                    """
                )
            ]
        case .accountNotAllowed:
            [
                Remedy(
                    """
                    AWS does not let this account use the model; no policy mends that. Open a case with AWS \
                    Support, or AWS Sales where the message says so.
                    """
                ),
                availability("See whether AWS reports the account as authorized."),
                Remedy("See which models this account can use.", .doctor(.models(region: regionName))),
            ].compactMap { $0 }
        case .channelProgram:
            [
                Remedy(
                    """
                    The account belongs to an AWS reseller or distributor that has not enabled the model: \
                    ask them. Amazon's Nova models usually work.
                    """
                )
            ]
        case .dataRetentionRequired:
            [
                Remedy(
                    """
                    Decide whether AWS, or the provider, may keep prompts and answers of this region; where they may, \
                    set the mode that the model's page asks for with PutAccountDataRetention. No field of the request \
                    does it.
                    """),
                Remedy(
                    "See the mode of the region.", .aws("bedrock get-account-data-retention --region \(region)")),
                Remedy("Or use a model that needs none.", .doctor(.models(region: regionName))),
            ]
        case .geoRestricted:
            [
                Remedy(
                    """
                    The provider does not serve the place the call comes from, or the country of the \
                    account's billing address. Neither a policy nor another Bedrock region changes that.
                    """
                ),
                Remedy(
                    "Try a model of another provider.",
                    check("amazon.nova-micro-v1:0")),
            ]
        case .regionNotOptedIn:
            [
                Remedy(
                    """
                    Enable the region for the account: console, Account, AWS Regions. It takes some minutes \
                    to some hours.
                    """
                ),
                Remedy("See its state.", .aws("account get-region-opt-status --region-name \(region)")),
            ]
        default: nil
        }
    }

    private func availability(_ text: String) -> Remedy? {
        bareModel.map {
            Remedy(text, .aws("bedrock get-foundation-model-availability --model-id \($0) --region \(region)"))
        }
    }
}
