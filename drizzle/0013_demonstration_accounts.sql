-- The accounts of an installation's demonstration so far: their addresses are invented, and they work in its companies alone.
UPDATE users u SET is_demonstration = true WHERE u.email LIKE '%@exemplo.com.br'
  AND NOT EXISTS (SELECT 1 FROM memberships m JOIN companies c ON c.id = m.company_id WHERE m.user_id = u.id AND NOT c.is_demonstration)
  AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id);
