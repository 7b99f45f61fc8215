/// The gates of an account: what AWS requires before it serves a model.
extension FindingCode {
    package static let modelAccessNotGranted = FindingCode(
        "model-access-not-granted", in: .service,
        title: "The account has no access to this model",
        meaning: """
            The keys are valid, but the account has no access to this model in this \
            region.
            """,
        looksLike: "403 AccessDeniedException: You don't have access to the model with the specified model ID.",
        why: """
            The model's agreement was never accepted, it was accepted in another region, or the call goes to \
            a different account from the one in the console.
            """,
        fix: """
            Open the model in the Bedrock console of the same region and accept its terms; allow two minutes. \
            Check the account with `aws sts get-caller-identity`, and the gates with `aws bedrock \
            get-foundation-model-availability --model-id ID`.
            """,
        detection: """
            The words about lacking access to a model in the answer, whatever their order, and no action of IAM \
            named.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html")

    package static let useCaseFormMissing = FindingCode(
        "use-case-form-missing", in: .service,
        title: "Anthropic's first-use form has not been submitted",
        meaning: "Anthropic's models ask for a short form once per account; without it every call is refused.",
        looksLike: """
            404 ResourceNotFoundException: Model use case details have not been submitted for this account.
            """,
        why: """
            Nobody has filled in the form for this account or its organization's management account; opt-in \
            regions require it again. The same text also appears while the agreement is missing although the form \
            is on file.
            """,
        fix: """
            Bedrock console, Model catalog, an Anthropic model, Submit use case details; it works after some 15 \
            minutes. `aws bedrock get-use-case-for-model-access` shows whether a form is on file.
            """,
        detection: "The words about use case details or a request form that was not submitted.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html")

    package static let marketplaceSubscription = FindingCode(
        "marketplace-subscription", in: .service,
        title: "The first call may not subscribe in AWS Marketplace",
        meaning: """
            The model is sold through AWS Marketplace, and the caller may not make the subscription that the \
            first call starts.
            """,
        looksLike: """
            403 AccessDeniedException naming aws-marketplace:ViewSubscriptions and aws-marketplace:Subscribe.
            """,
        why: """
            The account has never used the model, and the role lacks the Marketplace actions that are needed \
            once.
            """,
        fix: """
            Have someone with both actions call the model once, or add them to the role; afterwards they are \
            not needed. Amazon, Meta, Mistral, DeepSeek, Qwen and OpenAI models need none of this.
            """,
        detection: "Marketplace actions or a Marketplace subscription in the message, and no payment problem.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html")

    package static let marketplaceSubscriptionPending = FindingCode(
        "marketplace-subscription-pending", in: .service,
        title: "The Marketplace subscription is still being made",
        meaning: "The first call has started the subscription; it is not complete.",
        looksLike: """
            403 MPAgreementBeingCreated: Your AWS Marketplace subscription for this model is still being \
            processed.
            """,
        why: """
            AWS makes the agreement in the background, which takes up to 15 minutes. Calls may work in between \
            and fail again.
            """,
        fix: """
            Wait 15 minutes and try again. If it stays, look at the agreement's status with \
            get-foundation-model-availability.
            """,
        detection: "The error type, or the words about an agreement being created or processed.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let marketplacePayment = FindingCode(
        "marketplace-payment", in: .service,
        title: "The account has no payment method that AWS Marketplace takes",
        meaning: "The subscription failed because the account has no valid payment method.",
        looksLike: "403 AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT.",
        why: """
            No default card, an expired one, or a method that the Marketplace does not accept, such as direct \
            debit.
            """,
        fix: """
            Set a valid credit or debit card as the default in the Billing console, then wait as long as the \
            message says. Amazon's own models work meanwhile.
            """,
        detection: """
            The words INVALID_PAYMENT_INSTRUMENT or valid payment instrument; the waiting time in the tail \
            varies and is not looked at.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html")

    package static let accountNotAllowed = FindingCode(
        "account-not-allowed", in: .service,
        title: "AWS does not offer this model to this account",
        meaning: "The account as such is refused; IAM is not what refuses.",
        looksLike: """
            403 AccessDeniedException: ... is not available for this account; 400 ValidationException: Operation not \
            allowed; 400 ValidationException: Access to Anthropic models is not allowed for this account.
            """,
        why: "New accounts, accounts under restriction, and models that are sold to some customers only.",
        fix: """
            Open a case with AWS Support (or AWS Sales where the text says so), and use another model \
            meanwhile: `doctor models` shows which work.
            """,
        detection: """
            A refusal that speaks of the account, without an IAM action and without a gate that could be \
            opened.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let accountVerificationPending = FindingCode(
        "account-verification-pending", in: .service,
        title: "The account is still being verified by AWS",
        meaning: "A new account cannot call models until AWS has verified it.",
        looksLike: """
            403 AccessDeniedException: Your account is currently being verified. Often preceded by daily-token \
            refusals of every model.
            """,
        why: "The account was made a short time ago, or its billing details changed.",
        fix: "Wait some hours. If it lasts, write to aws-verification@amazon.com or open a case.",
        detection: "The words about the account being verified.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let dataRetentionRequired = FindingCode(
        "data-retention-required", in: .service,
        title: "The model needs a data retention mode that the account has not chosen",
        meaning: """
            Some models are served only where AWS or the provider may keep prompts and answers for a time. The \
            account has not agreed to that in this region, so every call is refused before anything else is looked \
            at.
            """,
        looksLike: "400 ValidationException: data retention mode 'default' is not available for this model",
        why: """
            The setting is one of the account, for each region by itself, and begins as the model's default; models \
            of the kind of Claude Fable 5 take neither that nor zero retention.
            """,
        fix: """
            Ask whoever is responsible for the data. Then set the mode in the region that is called (control \
            plane, PutAccountDataRetention, permission bedrock:PutAccountDataRetention), or choose a model that \
            does not ask for it. `aws bedrock get-account-data-retention` shows the mode; an AWS CLI that does not \
            know the command is too old.
            """,
        detection: "The words data retention, with a mode that is not available or is required.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html")

    package static let channelProgram = FindingCode(
        "channel-program", in: .service,
        title: "The account belongs to a reseller that has not enabled the model",
        meaning: "Accounts under an AWS Solution Provider or distributor get models only through that partner.",
        looksLike: "400 ValidationException: Access to this model is not available for channel program accounts.",
        why: "The partner's agreement with AWS does not include the model.",
        fix: "Ask the partner named in your AWS bill. Amazon's Nova models usually work.",
        detection: "The words channel program, Solution Provider or distributor.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let geoRestricted = FindingCode(
        "geo-restricted", in: .service,
        title: "The provider does not serve this country",
        meaning: """
            The place the call comes from, or the billing country of the account, is not one the provider \
            serves.
            """,
        looksLike: """
            400 ValidationException: Access to Anthropic models is not allowed from unsupported countries, \
            regions, or territories.
            """,
        why: """
            The provider's own rules on where its models may be used. The Bedrock region of the call is not \
            what is meant.
            """,
        fix: "Nothing in IAM or in the region changes it. Use a model of another provider.",
        detection: "The words unsupported countries, regions or territories.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let regionNotOptedIn = FindingCode(
        "region-not-opted-in", in: .service,
        title: "The region is not enabled for the account",
        meaning: "Some regions must be switched on before any call is taken there.",
        looksLike: """
            403 OptInRequired, a text about the region being disabled, or good keys that are called invalid in \
            one region only.
            """,
        why: "Regions opened since 2019 are off by default.",
        fix: """
            Console, Account, AWS Regions, Enable; it takes minutes to hours. `aws account \
            get-region-opt-status --region-name R` shows the state.
            """,
        detection: """
            The error type or the words; or invalid keys in a region that the catalog knows as opt-in, then as \
            `possible`.
            """,
        source: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html")

    static let serviceAccount: [FindingCode] = [
        modelAccessNotGranted, useCaseFormMissing, marketplaceSubscription, marketplaceSubscriptionPending,
        marketplacePayment, accountNotAllowed, accountVerificationPending, dataRetentionRequired, channelProgram,
        geoRestricted, regionNotOptedIn,
    ]
}
