// The area that is this municipality: the one with the code, else the first that is a municipality.
// $code: string — area code, empty when the installation names none
MATCH (area:Area)
WHERE area.visibility <> 'removed' AND (area.code = $code OR $code = '' AND area.level = 'municipality')
RETURN area.id AS id
ORDER BY id
LIMIT 1
