/// The names that the product's programs read, all services together.
///
/// A single service does not link the others' plugins, yet one environment file serves all of them; so the
/// names stand here once, and a test holds this list equal to what the plugins really declare.
package enum KnownVariables {
  package static let names: Set<String> = [
    // common
    "DATA_DIR", "LOG_LEVEL", "SECRET_KEY", "SERVICE_SECRET", "AUTH_SERVICE_SECRETS", "ACCESS_TOKEN_SECONDS",
    "TLS_CERT_FILE", "TLS_KEY_FILE", "REDIS_URL", "TRUSTED_PROXIES", "AUTH_URL", "VOICE_URL", "PERFORM_URL",
    "BILLING_URL", "HOST", "PORT",
    // providers
    "ELEVEN_LABS_API_KEY", "ELEVEN_LABS_BASE_URL", "ELEVEN_LABS_MODEL", "ELEVENLABS_MODEL", "GOOGLE_API_KEY",
    "GEMINI_BASE_URL", "GEMINI_MODEL", "TEXT_PROVIDERS", "SPEECH_PROVIDERS", "TEXT_PROVIDER_TIMEOUT_SECONDS",
    "SPEECH_PROVIDER_TIMEOUT_SECONDS", "CLONE_PROVIDER_TIMEOUT_SECONDS", "OPENAI_TEXT_BASE_URL",
    "OPENAI_TEXT_API_KEY", "OPENAI_TEXT_MODEL",
    // pool
    "PROVIDER_POOL_ENABLED", "POOL_ENABLED", "ELEVEN_LABS_POOL_ENABLED", "ELEVEN_LABS_POOL_CAPACITY",
    "RECONCILE_INTERVAL_SECONDS", "RECLONE_ON_PERFORM", "CLONES_PER_DAY", "LEASE_SECONDS",
    // billing
    "MONTHLY_CHAR_LIMIT", "BILLING_TIME_ZONE", "MODEL_COSTS_FILE", "INSTALLATION_CHAR_LIMIT", "RESERVATION_SECONDS",
    // limits
    "RATE_LIMIT_LOGIN", "RATE_LIMIT_LOGIN_IP", "RATE_LIMIT_REGISTER", "RATE_LIMIT_REGISTER_IP",
    "RATE_LIMIT_VOICE_UPLOAD", "RATE_LIMIT_VOICE_UPLOAD_IP", "RATE_LIMIT_CLONE", "RATE_LIMIT_CLONE_IP",
    "RATE_LIMIT_PERFORM", "RATE_LIMIT_PERFORM_IP", "RATE_LIMIT_VERIFY_CODE", "RATE_LIMIT_VERIFY_CODE_IP",
    "RATE_LIMIT_REFRESH", "RATE_LIMIT_REFRESH_IP", "MAX_UPLOAD_BYTES", "MAX_UPLOAD_BYTES_PCM", "PASSWORD_MIN_LENGTH",
  ]

  /// Documented names that no program reads yet; setting one is accepted, with a warning that nothing comes of it.
  package static let planned: Set<String> = [
    "ELEVEN_LABS_POOL_TTL_MINUTES", "ELEVEN_LABS_POOL_EVICTION_STRATEGY",
    "SHARE_IDENTICAL_SAMPLES",
    "OPENAI_SPEECH_BASE_URL", "OPENAI_SPEECH_API_KEY", "OPENAI_SPEECH_MODEL", "RATE_LIMIT_RESET",
    "RATE_LIMIT_RESET_IP",
  ]

  private static let prefixes = [
    "ELEVEN_LABS_", "ELEVENLABS_", "GEMINI_", "GOOGLE_API", "RATE_LIMIT_", "BILLING_", "MONTHLY_", "MODEL_COSTS_",
    "INSTALLATION_", "RESERVATION_", "OPENAI_TEXT_", "OPENAI_SPEECH_", "TEXT_PROVIDER", "SPEECH_PROVIDER",
    "CLONE_PROVIDER", "CLONES_PER_", "PROVIDER_POOL_", "POOL_", "RECONCILE_", "RECLONE_", "LEASE_",
    "SHARE_IDENTICAL_", "MAX_UPLOAD_", "PASSWORD_MIN_", "AUTH_SERVICE_", "SERVICE_SECRET", "SECRET_KEY",
    "ACCESS_TOKEN_", "TLS_CERT_", "TLS_KEY_", "TRUSTED_PROX", "DATA_DIR", "REDIS_URL",
  ]

  package static func looksLikeOurs(_ name: String) -> Bool {
    prefixes.contains { name.hasPrefix($0) }
  }
}
