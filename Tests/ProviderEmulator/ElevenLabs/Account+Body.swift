extension EmulatorWorld {
  /// What `GET /v1/user` holds of the subscription.
  var subscription: [String: JSON] {
    [
      "tier": .string(account.tier), "status": .string(account.status),
      "character_count": .int(account.characterCount), "character_limit": .int(account.characterLimit),
      "max_character_limit_extension": nil, "max_credit_limit_extension": 0,
      "can_extend_character_limit": false, "allowed_to_extend_character_limit": false,
      "next_character_count_reset_unix": .int(account.nextCharacterCountResetUnix),
      "voice_slots_used": .int(ownVoices.count), "voice_limit": .int(account.voiceLimit),
      "professional_voice_slots_used": 0, "professional_voice_slots_used_in_workspace": 0,
      "professional_voice_limit": 1,
      "max_voice_add_edits": account.maxVoiceAddEdits.map(JSON.int) ?? nil,
      "voice_add_edit_counter": .int(account.voiceAddEditCounter), "can_extend_voice_limit": false,
      "can_use_instant_voice_cloning": .bool(account.canUseInstantVoiceCloning),
      "can_use_professional_voice_cloning": .bool(Plan.reaches(account.tier, "creator")), "currency": "usd",
      "current_overage": ["amount": "0", "currency": "usd"], "billing_period": "monthly_period",
      "character_refresh_period": "monthly_period",
    ]
  }

  /// What `GET /v1/user/subscription` sends.
  var extendedSubscription: JSON {
    let extra: [String: JSON] = [
      "next_invoice": nil, "open_invoices": [], "has_open_invoices": false, "pending_change": nil,
      "has_used_starter_coupon_on_account": false, "has_used_creator_coupon_on_account": false,
      "cancels_immediately": nil, "is_eligible_for_starter_promo": nil,
    ]
    return .object(subscription.merging(extra) { $1 })
  }

  /// What `GET /v1/user` sends.
  var user: JSON {
    [
      "user_id": "u_emulator", "workspace_id": "w_emulator", "subscription": .object(subscription),
      "is_new_user": false, "can_use_delayed_payment_methods": false, "is_onboarding_completed": true,
      "is_onboarding_checklist_completed": true, "created_at": 1_753_999_199, "seat_type": "workspace_admin",
      "show_compliance_terms": false, "first_name": nil, "is_api_key_hashed": false, "xi_api_key_preview": nil,
      "referral_link_code": nil, "partnerstack_partner_default_link": nil,
    ]
  }
}
