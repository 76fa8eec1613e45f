window.YTD.tweets.part0 = [
  {"tweet":{"id_str":"900000000000000002","created_at":"Tue Oct 31 22:10:47 +0000 2017","full_text":"@ada_ok Sorry! Please DM us &amp; we check. ^MB","in_reply_to_status_id_str":"900000000000000001","in_reply_to_user_id_str":"115712","in_reply_to_screen_name":"ada_ok","lang":"en","favorite_count":"0","retweet_count":"0"}},
  {"tweet":{"id_str":"900000000000000005","created_at":"Wed Nov 01 09:00:00 +0000 2017","full_text":"@ada_ok Got it - fixed by noon today. ^MB","in_reply_to_status_id_str":"900000000000000003","in_reply_to_user_id_str":"115712","in_reply_to_screen_name":"ada_ok","lang":"en","favorite_count":"1","retweet_count":"0"}},
  {"tweet":{"id_str":"900000000000000009","created_at":"Thu Nov 02 09:00:00 +0000 2017","full_text":"New plans from today","lang":"en","favorite_count":"3","retweet_count":"1"}}
];
